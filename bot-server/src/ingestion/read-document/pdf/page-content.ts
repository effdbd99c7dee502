import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Font, type Glyph, GlyphCollector } from './glyphs.ts';
import { toMatrix } from './matrix.ts';
import { loadPdfLibrary } from './pdf-library.ts';
import { replay } from './replay.ts';
import { type Rule, RuleCollector } from './rules.ts';

export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

/** Letters and ruling lines of one page, with its rotation undone. Annotations such as signature stamps are left out. */
export async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const { OPS, AnnotationMode } = await loadPdfLibrary();
  const viewport = page.getViewport({ scale: 1 });
  const toPage = toMatrix(viewport.transform);
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const text = new GlyphCollector(OPS, fontsOf(page));
  const lines = new RuleCollector(OPS);
  replay(operators, OPS, toPage, text);
  replay(operators, OPS, toPage, lines);
  const glyphs = text.glyphs.filter((glyph) => glyph.y > 0 && glyph.y < viewport.height && glyph.x0 < viewport.width);
  return { number: page.pageNumber, width: viewport.width, glyphs, rules: lines.rules };
}

const BOLD_NAME = /bold|black|heavy|semibold|demi/i;

/** Fonts are known by name once the page's operators are read. */
function fontsOf(page: PDFPageProxy): (id: string) => Font {
  const known = new Map<string, Font>();
  return (id) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const loaded: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const font = fontOf(typeof loaded === 'object' && loaded !== null ? loaded : {});
    known.set(id, font);
    return font;
  };
}

function fontOf(loaded: object): Font {
  const name = 'name' in loaded ? String(loaded.name) : '';
  const bold = ('bold' in loaded && loaded.bold === true) || BOLD_NAME.test(name);
  const matrix = 'fontMatrix' in loaded && Array.isArray(loaded.fontMatrix) ? Number(loaded.fontMatrix[0]) : 0.001;
  return { bold, unit: Number.isFinite(matrix) && matrix !== 0 ? Math.abs(matrix) : 0.001 };
}
