import { renderAsync } from '@resvg/resvg-js';
import type { Renderer } from '../../ports/renderer.ts';
import { FAMILY, FONT_FILES } from './fonts.ts';
import { layText } from './lay-text.ts';
import { pdfMeasure, sheetToPdf } from './sheet-to-pdf.ts';
import { sheetToSvg } from './sheet-to-svg.ts';

/** Pictures are drawn on a thread of their own: an A4 sheet of 1,754 pixels took 130 ms. */
export function sheetRenderer(): Renderer {
  const measure = pdfMeasure();
  return {
    async png(sheet, pixels) {
      const font = { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: FAMILY };
      const image = await renderAsync(sheetToSvg(sheet, measure), {
        ...{ font, background: '#ffffff', fitTo: { mode: 'width', value: pixels } },
      });
      return image.asPng();
    },
    pdf: (sheet) => sheetToPdf(sheet, measure),
    heightOf(block) {
      const { lines, lineHeight } = layText(block, measure);
      return lines.length * lineHeight;
    },
  };
}
