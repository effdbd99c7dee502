import { LRUCache } from 'lru-cache';
import type { Renderer, Sheet } from '../../ports/renderer.ts';
import { FAMILY, FONT_FILES } from './fonts.ts';
import { layText, type Measure } from './lay-text.ts';
import { pdfMeasure, sheetToPdf } from './sheet-to-pdf.ts';
import { sheetToSvg } from './sheet-to-svg.ts';

/** Asked for again and again, a sheet is drawn once. Names stand in it: it is kept no longer than somebody looks at it. */
const KEPT = { max: 30, ttl: 5 * 60_000 };

/**
 * A PDF takes 150 ms of this thread (A4, Node 20.20); a picture of 1,754 pixels takes 130 ms of another one.
 * What draws pictures is a native build, which is loaded when the first one is wanted: everything else runs without it.
 */
export function sheetRenderer(): Renderer {
  const measure = pdfMeasure();
  const kept = new LRUCache<string, Promise<Uint8Array>>(KEPT);
  const once = (kind: string, sheet: Sheet, draw: () => Promise<Uint8Array>) => {
    const key = `${kind} ${JSON.stringify(sheet)}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const drawn = draw();
    kept.set(key, drawn);
    // What failed is tried anew by whoever asks next; this one is told by the promise that it has.
    drawn.catch(() => kept.delete(key));
    return drawn;
  };
  return {
    png: (sheet, pixels) => once(`png ${pixels}`, sheet, () => picture(sheet, pixels, measure)),
    pdf: (sheet) => once('pdf', sheet, () => sheetToPdf(sheet, measure)),
    heightOf(block) {
      const { lines, lineHeight } = layText(block, measure);
      return lines.length * lineHeight;
    },
  };
}

async function picture(sheet: Sheet, pixels: number, measure: Measure): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: FAMILY };
  const image = await renderAsync(sheetToSvg(sheet, measure), {
    ...{ font, background: '#ffffff', fitTo: { mode: 'width', value: pixels } },
  });
  return image.asPng();
}
