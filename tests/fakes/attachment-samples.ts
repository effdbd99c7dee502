import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { NewAttachment } from '../../bot-server/src/ports/attachments.ts';
import { LEADER } from './broadcast-samples.ts';

export function newAttachment(change: Partial<NewAttachment> = {}): NewAttachment {
  return {
    ...{ ward: 'w', createdBy: LEADER.subject, name: 'Giấy mời.pdf', type: 'application/pdf' },
    ...{ bytes: new TextEncoder().encode('%PDF-1.7 không thật'), createdAt: 1_000, demo: false },
    ...change,
  };
}

/** 48 × 32 points, made by a browser. */
export const SMALL = {
  jpg: read('small.jpg'),
  png: read('small.png'),
  webp: read('small.webp'),
} as const;

function read(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`tests/fixtures/uploads/${name}`));
}

/** EXIF as a telephone writes it: on its side, where it was taken, by which device. */
export function telephoneExif(orientation = 6): Uint8Array {
  const tiff = Buffer.alloc(200);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x010f, 2, 20, 100);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 130);
  tiff.write(SECRETS[0], 100, 'latin1');
  tiff.write(SECRETS[1], 150, 'latin1');
  return tiff;
}
/** What must not leave with a picture: device, place. */
export const SECRETS = ['MAY-ANH-CUA-BA-LAN', 'GPS-10.7769-106.7009'] as const;

export function jpegWith(
  segments: readonly (readonly [marker: number, body: Uint8Array])[],
  picture = SMALL.jpg,
): Buffer {
  const written = segments.flatMap(([marker, body]) => {
    const length = body.length + 2;
    return [Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body];
  });
  return Buffer.concat([picture.subarray(0, 2), ...written, picture.subarray(2)]);
}

export async function pdf(
  change: (document: PDFKit.PDFDocument) => void = () => {},
  options = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A5', ...options });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.text('Giay moi hop to dan pho');
  change(document);
  document.end();
  await ended;
  return Buffer.concat(parts);
}
