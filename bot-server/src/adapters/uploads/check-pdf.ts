import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfState = 'readable' | 'damaged' | 'active';

/** Whether a PDF opens without a password and has a page; and whether it runs something or carries other files. */
export async function checkPdf(bytes: Uint8Array): Promise<PdfState> {
  // A copy: the reader takes the bytes for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, stopAtErrors: true, verbosity: 0 });
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    await page.getOperatorList();
    return (await isActive(document, page)) ? 'active' : 'readable';
  } catch {
    // Whatever the reader stumbles over, a telephone's may, too.
    return 'damaged';
  } finally {
    await task.destroy();
  }
}

async function isActive(
  document: PDFDocumentProxy,
  page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>,
): Promise<boolean> {
  const found = await Promise.all([
    document.getJSActions(),
    document.getAttachments(),
    document.getOpenAction(),
    page.getJSActions(),
  ]);
  const [scripts, files, opening, ofPage] = found;
  const opens = opening !== null && typeof opening === 'object' && 'action' in opening;
  return scripts !== null || ofPage !== null || opens || (files !== null && Object.keys(files).length > 0);
}
