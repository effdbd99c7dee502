import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PAGES } from '../limits.ts';
import { UnreadableDocument } from '../unreadable-document.ts';
import { loadPdfLibrary } from './pdf-library.ts';

/** Pictures are never decoded: only their absence of text matters. */
const MAX_IMAGE_PIXELS = 1;

/** Opens a PDF for reading text: no worker thread, no evaluated code, nothing fetched. The caller destroys it. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadPdfLibrary();
  const task = getDocument({
    // The library takes the buffer over, so it gets its own copy.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: MAX_IMAGE_PIXELS,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw tooManyPages(document.numPages);
    return document;
  } catch (error) {
    await task.destroy();
    throw unreadable(error);
  }
}

function tooManyPages(pages: number): UnreadableDocument {
  return new UnreadableDocument(
    'too_large',
    `Tệp có ${pages} trang, nhiều hơn ${MAX_PAGES}. Hãy tách tệp rồi gửi lại.`,
  );
}

function unreadable(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new UnreadableDocument('encrypted', 'Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.', error);
  }
  return new UnreadableDocument('broken', 'Tệp PDF bị hỏng, không mở được. Hãy xuất lại PDF rồi gửi lại.', error);
}
