import { ByteReader, Damaged, startsWith } from './bytes.ts';
import { orientationOnly, readOrientation } from './exif-orientation.ts';
import type { CleanPicture } from './picture.ts';

const [START, END, SCAN, COMMENT, JFIF, EXIF, ICC, ADOBE] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee];
/** Frames that browsers and telephones show: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const EXIF_HEAD = 'Exif\0\0';

/**
 * A JPEG without its notes: of the segments that programs write beside the picture only those stay that it needs to be shown
 * right (JFIF, colour profile, Adobe's transform) and the orientation. What stands after its end (a second picture, a film)
 * goes. Source: ITU-T T.81, annex B. @throws Damaged
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture {
  const reader = new ByteReader(bytes, 2);
  const kept: Uint8Array[] = [];
  let [pixels, orientation] = [0, 1];
  for (;;) {
    const from = reader.at;
    const marker = nextMarker(reader);
    if (marker === START || marker === END) throw new Damaged('no picture before the end');
    const body = reader.take(reader.number(2) - 2);
    const segment = bytes.subarray(from, reader.at);
    if (marker === SCAN) return finish(bytes, reader, { kept, segment, pixels, orientation });
    if (FRAMES.has(marker)) {
      const head = new ByteReader(body, 1);
      pixels = head.number(2) * head.number(2);
    }
    if (marker === EXIF && startsWith(body, EXIF_HEAD)) orientation = readOrientation(body.subarray(EXIF_HEAD.length));
    if (isKept(marker, body)) kept.push(segment);
  }
}

function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < JFIF || marker > 0xef) return true;
  if (marker === ICC) return startsWith(body, 'ICC_PROFILE\0');
  return (marker === JFIF && startsWith(body, 'JFIF\0')) || (marker === ADOBE && startsWith(body, 'Adobe'));
}

/** Fill bytes may stand before a marker. */
function nextMarker(reader: ByteReader): number {
  if (reader.number(1) !== 0xff) throw new Damaged('no marker');
  let marker = reader.number(1);
  while (marker === 0xff) marker = reader.number(1);
  return marker;
}

interface Head {
  readonly kept: readonly Uint8Array[];
  readonly segment: Uint8Array;
  readonly pixels: number;
  readonly orientation: number;
}

/** Everything from the first scan to the end marker; notes may stand between the scans of a progressive one, too. */
function finish(bytes: Uint8Array, reader: ByteReader, { kept, segment, pixels, orientation }: Head): CleanPicture {
  if (pixels === 0) throw new Damaged('no frame');
  const scans: Uint8Array[] = [segment];
  for (;;) {
    const from = reader.at;
    skipScan(reader);
    scans.push(bytes.subarray(from, reader.at));
    const start = reader.at;
    const marker = nextMarker(reader);
    if (marker === END) break;
    const body = reader.take(reader.number(2) - 2);
    if (isKept(marker, body)) scans.push(bytes.subarray(start, reader.at));
  }
  const noted = orientation === 1 ? [] : [exifSegment(orientation)];
  const parts = [Uint8Array.of(0xff, START), ...noted, ...kept, ...scans, Uint8Array.of(0xff, END)];
  return { type: 'image/jpeg', pixels, bytes: Buffer.concat(parts) };
}

/** To the next marker that is neither a restart nor a stuffed byte of the picture's data. */
function skipScan(reader: ByteReader): void {
  const { bytes } = reader;
  for (let at = reader.at; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new Damaged('cut off in the picture');
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (isData || next === 0xff) continue;
    reader.at = at;
    return;
  }
}

function exifSegment(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation);
  const head = Buffer.from(EXIF_HEAD, 'latin1');
  const length = 2 + head.length + tiff.length;
  return Buffer.concat([Uint8Array.of(0xff, EXIF, length >> 8, length & 0xff), head, tiff]);
}
