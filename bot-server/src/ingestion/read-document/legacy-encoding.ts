import { UnreadableDocument } from './unreadable-document.ts';

/** TCVN3 (.VnTime) and VNI (VNI-Times) fonts draw Vietnamese over these codes; as text they are gibberish. */
const LATIN_SUPPLEMENT = /[\u00A1-\u00FF]/g;
/** Letters that only Unicode Vietnamese has; about one letter in six of a plan. */
const VIETNAMESE_LETTERS = /[đơưĐƠƯ\u1EA0-\u1EF9]/g;

const MIN_LETTERS = 200;
const LEGACY_SHARE = 0.08;
const VIETNAMESE_SHARE = 0.01;

/** Refuses text typed in a font of before Unicode: it looks right on paper and is gibberish as text. */
export function refuseLegacyEncoding(text: string): void {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return;
  const legacy = (text.match(LATIN_SUPPLEMENT)?.length ?? 0) / letters;
  const vietnamese = (text.normalize('NFC').match(VIETNAMESE_LETTERS)?.length ?? 0) / letters;
  if (legacy < LEGACY_SHARE || vietnamese > VIETNAMESE_SHARE) return;
  throw new UnreadableDocument(
    'broken',
    'Tệp dùng phông chữ cũ (TCVN3 hoặc VNI), không phải Unicode. Hãy chuyển mã sang Unicode (ví dụ bằng Unikey) rồi gửi lại.',
  );
}
