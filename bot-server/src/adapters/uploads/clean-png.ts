import { crc32 } from 'node:zlib';
import { ByteReader, Damaged, latin } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif-orientation.ts';
import type { CleanPicture } from './picture.ts';

const SIGNATURE_BYTES = 8;
/** What the picture is shown right with; texts, times and EXIF are left out. Source: PNG (third edition), 5 and 11. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/** A PNG without its notes; every chunk is checked against its sum. What stands after its end goes. @throws Damaged */
export function cleanPng(bytes: Uint8Array): CleanPicture {
  const reader = new ByteReader(bytes, SIGNATURE_BYTES);
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let [pixels, orientation, hasData] = [0, 1, false];
  for (;;) {
    const from = reader.at;
    const length = reader.number(4);
    const named = reader.take(4 + length);
    const [name, body] = [latin(named.subarray(0, 4)), named.subarray(4)];
    if (reader.number(4) !== crc32(named)) throw new Damaged('wrong sum');
    if (name === 'IHDR') {
      const head = new ByteReader(body);
      pixels = head.number(4) * head.number(4);
    }
    if (name === 'IDAT') hasData = true;
    if (name === 'eXIf') orientation = readOrientation(body);
    if (name === 'IEND' && orientation !== 1) kept.push(chunk('eXIf', orientationOnly(orientation)));
    if (KEPT.has(name)) kept.push(bytes.subarray(from, reader.at));
    if (name !== 'IEND') continue;
    if (pixels === 0 || !hasData) throw new Damaged('no picture');
    return { type: 'image/png', pixels, bytes: Buffer.concat(kept) };
  }
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
