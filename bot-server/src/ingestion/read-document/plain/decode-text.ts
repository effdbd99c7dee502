import { UnreadableDocument } from '../unreadable-document.ts';

/**
 * Text of a .txt or .md file: UTF-8 with or without BOM, or UTF-16 with BOM.
 * Any other encoding is refused: read as Latin letters it would give wrong Vietnamese without a sign of it.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableDocument(
      'broken',
      'Tệp không dùng bảng mã Unicode (có thể là TCVN3, VNI hoặc tệp nhị phân). Hãy lưu lại với mã UTF-8 rồi gửi lại.',
      error,
    );
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
