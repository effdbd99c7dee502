import type { SourceDocument } from '@phuong-so/shared/domain/source-document';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { blockText } from '../block-text.ts';
import { joinPages } from './join-pages.ts';
import { openPdf } from './open-pdf.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { readPage } from './page-content.ts';
import { refuseWithoutText } from './text-layer.ts';

/** A PDF with a text layer: printed lines, and tables rebuilt from ruling lines or from the columns of the text. */
export async function readPdf(bytes: Uint8Array): Promise<Pick<SourceDocument, 'text' | 'blocks'>> {
  const document = await openPdf(bytes);
  try {
    const pages = await readPages(document);
    refuseWithoutText(
      pages.map((page) => page.letters),
      bytes,
    );
    const blocks = joinPages(pages.map((page) => page.blocks));
    return { text: blockText(blocks), blocks };
  } finally {
    await document.destroy();
  }
}

interface ReadPage {
  readonly blocks: readonly PageBlock[];
  /** All that the page prints, without order. */
  readonly letters: string;
}

/** Page by page, so that the letters of one page at a time are in memory. */
async function readPages(document: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await readPage(page);
    pages.push({ blocks: pageBlocks(content), letters: content.glyphs.map((glyph) => glyph.text).join('') });
    page.cleanup();
  }
  return pages;
}
