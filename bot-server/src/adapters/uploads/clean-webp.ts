import { ByteReader, Damaged, latin } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif-orientation.ts';
import type { CleanPicture } from './picture.ts';

const HEAD_BYTES = 12;
/** Source: RFC 9649, 2.7. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04];

/** A WebP without EXIF, XMP and unknown chunks. Its picture is not drawn: head and lengths are checked. @throws Damaged */
export function cleanWebp(bytes: Uint8Array): CleanPicture {
  const size = new ByteReader(bytes, 4).littleNumber() + 8;
  if (size > bytes.length) throw new Damaged('cut off');
  const reader = new ByteReader(bytes.subarray(0, size), HEAD_BYTES);
  const kept: Uint8Array[] = [];
  let [pixels, orientation, hasPicture] = [0, 1, false];
  while (!reader.isAtEnd) {
    const from = reader.at;
    const name = latin(reader.take(4));
    const body = reader.take(reader.littleNumber());
    if (body.length % 2 === 1 && !reader.isAtEnd) reader.take(1);
    if (name === 'EXIF') orientation = readOrientation(withoutHead(body));
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') hasPicture = true;
    pixels = Math.max(pixels, pixelsOf(name, body));
    if (KEPT.has(name)) kept.push(Uint8Array.from(bytes.subarray(from, reader.at)));
  }
  if (pixels === 0 || !hasPicture) throw new Damaged('no picture');
  return { type: 'image/webp', pixels, bytes: together(kept, orientation) };
}

/** Some programs write the head of JPEG's segment before it. */
function withoutHead(body: Uint8Array): Uint8Array {
  return latin(body.subarray(0, 4)) === 'Exif' ? body.subarray(6) : body;
}

function pixelsOf(name: string, body: Uint8Array): number {
  const byte = (at: number) => body[at] ?? 0;
  if (name === 'VP8X') {
    const size = (at: number) => 1 + byte(at) + byte(at + 1) * 0x100 + byte(at + 2) * 0x1_0000;
    return size(4) * size(7);
  }
  if (name === 'VP8 ') {
    if (byte(3) !== 0x9d || byte(4) !== 0x01 || byte(5) !== 0x2a) throw new Damaged('no key frame');
    const size = (at: number) => (byte(at) + byte(at + 1) * 0x100) & 0x3fff;
    return size(6) * size(8);
  }
  if (name === 'VP8L') {
    if (byte(0) !== 0x2f) throw new Damaged('no lossless head');
    const bits = byte(1) + byte(2) * 0x100 + byte(3) * 0x1_0000 + byte(4) * 0x100_0000;
    return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
  }
  return 0;
}

/** Which way up stands in EXIF, which only the extended form has. */
function together(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const [first] = kept;
  const extended = first !== undefined && latin(first.subarray(0, 4)) === 'VP8X';
  const noted = extended && orientation !== 1;
  if (extended) first[8] = ((first[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (noted ? EXIF_FLAG : 0);
  const chunks = [...kept, ...(noted ? [exifChunk(orientation)] : [])];
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, ...chunks]);
}

function exifChunk(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation);
  const head = Buffer.alloc(8);
  head.write('EXIF', 0, 'latin1');
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}
