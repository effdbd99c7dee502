import type { SourceDocument } from '@phuong-so/shared/domain/source-document';
import { readDocx } from './docx/read-docx.ts';
import { refuseLegacyEncoding } from './legacy-encoding.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { decodeText } from './plain/decode-text.ts';
import { readMarkdown } from './plain/read-markdown.ts';
import { readPlainText } from './plain/read-plain-text.ts';
import { UnreadableDocument } from './unreadable-document.ts';

type Format = SourceDocument['format'];
type Content = Pick<SourceDocument, 'text' | 'blocks'>;

const READERS: Readonly<Record<Format, (bytes: Uint8Array) => Content | Promise<Content>>> = {
  txt: (bytes) => readPlainText(decodeText(bytes)),
  md: (bytes) => readMarkdown(decodeText(bytes)),
  docx: readDocx,
  pdf: readPdf,
};

/**
 * Reads a plan document (.txt, .md, .docx, .pdf with a text layer) into blocks in reading order, nothing interpreted.
 * The format follows the file name. Fails with {@link UnreadableDocument} and with nothing else.
 */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<SourceDocument> {
  const format = formatOf(fileName);
  if (bytes.length === 0) throw new UnreadableDocument('empty', 'Tệp không có nội dung. Hãy kiểm tra rồi gửi lại tệp.');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new UnreadableDocument('too_large', 'Tệp lớn hơn 25 MB. Hãy giảm dung lượng ảnh hoặc tách tệp rồi gửi lại.');
  }
  const content = await readContent(format, bytes);
  if (!/[\p{L}\p{N}]/u.test(content.text)) {
    throw new UnreadableDocument('empty', 'Tệp không có chữ nào. Hãy kiểm tra rồi gửi lại tệp có nội dung.');
  }
  refuseLegacyEncoding(content.text);
  return { fileName, format, ...content };
}

/** A damaged file can fail anywhere inside a library; whoever brought it needs one plain answer, the log keeps the cause. */
async function readContent(format: Format, bytes: Uint8Array): Promise<Content> {
  try {
    return await READERS[format](bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('broken', 'Tệp bị hỏng, không đọc được. Hãy mở và lưu lại tệp rồi gửi lại.', error);
  }
}

function formatOf(fileName: string): Format {
  const extension = /\.([^./\\]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
  if (extension === 'txt' || extension === 'md' || extension === 'docx' || extension === 'pdf') return extension;
  if (extension === 'markdown') return 'md';
  const advice =
    extension === 'doc' || extension === 'rtf' || extension === 'odt'
      ? 'Hãy mở bằng Word và lưu lại thành .docx.'
      : 'Hãy gửi tệp .docx, .pdf (có chữ), .md hoặc .txt.';
  throw new UnreadableDocument('unsupported', `Không đọc được loại tệp này. ${advice}`);
}
