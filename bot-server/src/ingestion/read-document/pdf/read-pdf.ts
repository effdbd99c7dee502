import type { SourceDocument } from '@phuong-so/shared/domain/source-document';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { blockText } from '../block-text.ts';
import { joinPages } from './join-pages.ts';
import { openPdf } from './open-pdf.ts';
import { pageBlocks } from './page-blocks.ts';
import { type PageContent, readPage } from './page-content.ts';
import { refuseWithoutText } from './text-layer.ts';

/** A PDF with a text layer: printed lines, and tables rebuilt from ruling lines or from the columns of the text. */
export async function readPdf(bytes: Uint8Array): Promise<Pick<SourceDocument, 'text' | 'blocks'>> {
  const document = await openPdf(bytes);
  try {
    const pages = await readPages(document);
    refuseWithoutText(pages, bytes);
    const blocks = joinPages(pages.map(pageBlocks));
    return { text: blockText(blocks), blocks };
  } finally {
    await document.destroy();
  }
}

async function readPages(document: PDFDocumentProxy): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page));
    page.cleanup();
  }
  return pages;
}
