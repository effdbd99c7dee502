import type { Document } from '@xmldom/xmldom';
import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import { MAX_UNPACKED_BYTES } from '../limits.ts';
import { UnreadableDocument } from '../unreadable-document.ts';

const OLE_HEADER = [0xd0, 0xcf, 0x11, 0xe0];

/** The XML parts of a .docx that carry text; a missing part is null. */
export interface WordPackage {
  readonly document: Document;
  readonly numbering: Document | null;
  readonly styles: Document | null;
}

/** Opens the zip without ever unpacking more than the limit, whatever sizes its directory claims. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  refuseOldWord(bytes);
  const zip = await openZip(bytes);
  const main = await readMainPart(zip);
  return {
    document: main,
    numbering: await readPart(zip, 'word/numbering.xml'),
    styles: await readPart(zip, 'word/styles.xml'),
  };
}

function refuseOldWord(bytes: Uint8Array): void {
  if (!OLE_HEADER.every((byte, index) => bytes[index] === byte)) return;
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new UnreadableDocument('encrypted', 'Tệp Word có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi gửi lại.');
  }
  throw new UnreadableDocument(
    'unsupported',
    'Đây là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành .docx.',
  );
}

async function openZip(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    throw new UnreadableDocument(
      'broken',
      'Tệp .docx bị hỏng, không mở được. Hãy mở bằng Word, lưu lại rồi gửi lại.',
      error,
    );
  }
}

async function readMainPart(zip: JSZip): Promise<Document> {
  const main = (await readPart(zip, 'word/document.xml')) ?? (await readPart(zip, 'word/document2.xml'));
  if (main === null) {
    throw new UnreadableDocument('broken', 'Tệp không phải văn bản Word. Hãy mở bằng Word và lưu lại thành .docx.');
  }
  return main;
}

async function readPart(zip: JSZip, name: string): Promise<Document | null> {
  const file = zip.file(name);
  if (file === null) return null;
  const xml = new TextDecoder('utf-8').decode(await unpack(file));
  if (xml.includes('<!DOCTYPE')) throw new Error(`${name} declares a document type`);
  return new DOMParser({ onError: failOnFatal }).parseFromString(xml, 'text/xml');
}

/** The parser reports slips such as a repeated attribute that Word itself forgives; only what cannot be parsed stops. */
function failOnFatal(level: string, message: string): void {
  if (level === 'fatalError') throw new Error(message);
}

function unpack(file: JSZip.JSZipObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > MAX_UNPACKED_BYTES) {
        stream.pause();
        chunks.length = 0;
        reject(
          new UnreadableDocument('too_large', 'Nội dung tệp Word quá lớn. Hãy tách thành nhiều tệp nhỏ rồi gửi lại.'),
        );
        return;
      }
      chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
