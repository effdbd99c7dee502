type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * Loads the PDF library when the first PDF comes. While it loads it prints to standard output that drawing is not
 * possible on this machine; nothing is drawn here, and standard output belongs to the command's answer.
 */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const { console } = globalThis;
  const print = console.log;
  console.log = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.log = print;
  }
}
