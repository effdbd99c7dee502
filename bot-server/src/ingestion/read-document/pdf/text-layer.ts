import { UnreadableDocument } from '../unreadable-document.ts';

/** A scanned page may carry the few letters of a digital signature; a page of a plan has a thousand. */
const FEW_LETTERS = 40;
/** A font without Unicode table gives characters nobody can read. */
const MAX_UNKNOWN_SHARE = 0.2;

/** Refuses scans, and text (given page by page) that cannot be read because its fonts do not say which letters they draw. */
export function refuseWithoutText(pages: readonly string[], bytes: Uint8Array): void {
  const all = pages.join('');
  const unknown = all.match(/[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (unknown > MAX_UNKNOWN_SHARE * all.replace(/\s/g, '').length) {
    throw new UnreadableDocument(
      'no_text_layer',
      'Chữ trong tệp PDF không chép ra được vì phông chữ không có bảng mã. Hãy xin bản Word, hoặc nhận dạng chữ (OCR) rồi gửi lại.',
    );
  }
  const letters = pages.map((text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
  const scanned = letters.filter((count) => count < FEW_LETTERS).length;
  if (letters.every((count) => count === 0) || (scanned * 2 > pages.length && hasPictures(bytes))) {
    throw new UnreadableDocument(
      'no_text_layer',
      'Tệp PDF là bản quét (ảnh chụp), không có chữ để đọc. Hãy xin bản Word hoặc PDF có chữ, hoặc nhận dạng chữ (OCR) rồi gửi lại.',
    );
  }
}

/** Pictures are streams of their own and never packed, so their type stands in the file as it is. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image/.test(Buffer.from(bytes).toString('latin1'));
}
