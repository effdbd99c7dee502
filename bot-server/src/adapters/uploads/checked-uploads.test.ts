import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jpegWith, pdf, SECRETS, SMALL, telephoneExif } from '../../../../tests/fakes/attachment-samples.ts';
import { checkedUploads } from './checked-uploads.ts';
import { readOrientation } from './exif-orientation.ts';

const uploads = checkedUploads();
const bytesOf = async (given: Uint8Array): Promise<Buffer> => {
  const found = await uploads.accept(given);
  if (found.kind === 'refused') throw new Error(found.why);
  return Buffer.from(found.bytes);
};
const why = async (given: Uint8Array) => {
  const found = await uploads.accept(given);
  return found.kind === 'refused' ? found.why : found.type;
};
const text = (written: string) => Buffer.from(written, 'latin1');

const exif = text('Exif\0\0');
const jpeg = jpegWith([
  [0xe1, Buffer.concat([exif, telephoneExif()])],
  [0xe1, text(`http://ns.adobe.com/xap/1.0/\0${SECRETS[1]}`)],
  [0xed, text(`Photoshop 3.0\0${SECRETS[0]}`)],
  [0xe2, text(`MPF\0${SECRETS[0]}`)],
  [0xfe, text(SECRETS[1])],
]);

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([text(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
const END_CHUNK = 12;
const png = Buffer.concat([
  SMALL.png.subarray(0, -END_CHUNK),
  chunk('eXIf', telephoneExif()),
  chunk('tEXt', text(`Comment\0${SECRETS[0]}`)),
  chunk('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${SECRETS[1]}`)),
  SMALL.png.subarray(-END_CHUNK),
]);

function riff(chunks: readonly (readonly [string, Uint8Array])[]): Buffer {
  const body = chunks.map(([name, bytes]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return Buffer.concat([text(name), length, bytes, Buffer.alloc(bytes.length % 2)]);
  });
  const all = Buffer.concat([SMALL.webp.subarray(12), ...body]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(all.length + 4);
  return Buffer.concat([text('RIFF'), size, text('WEBP'), all]);
}
const webp = riff([
  ['EXIF', telephoneExif()],
  ['XMP ', text(SECRETS[1])],
  ['ODD ', text(`${SECRETS[0]}!`)],
]);
// The extended head says that there is EXIF and XMP.
webp[20] = (webp[20] ?? 0) | 0x0c;

describe.each([
  ['image/jpeg', jpeg, SMALL.jpg],
  ['image/png', png, SMALL.png],
  ['image/webp', webp, SMALL.webp],
])('%s', (type, picture, plain) => {
  test('loses device, place and notes, keeps its points and which way up it is', async () => {
    for (const secret of SECRETS) expect(picture.includes(secret)).toBe(true);
    expect(await why(picture)).toBe(type);
    const clean = await bytesOf(picture);
    for (const secret of SECRETS) expect(clean.includes(secret)).toBe(false);
    const tiff = clean.indexOf('MM\0*', 0, 'latin1');
    expect(readOrientation(clean.subarray(tiff))).toBe(6);
    // What the picture consists of is all there: only the orientation came to it.
    expect(clean.length).toBeLessThan(plain.length + 60);
    const data = plain.subarray(-200, -20);
    expect(clean.includes(Buffer.from(data))).toBe(true);
  });

  test('one without notes stays as it was, also cleaned twice; what stands behind its end goes', async () => {
    const once = await bytesOf(plain);
    expect(Buffer.compare(once, plain)).toBe(0);
    const twice = await bytesOf(await bytesOf(picture));
    expect(Buffer.compare(twice, await bytesOf(picture))).toBe(0);
    const behind = Buffer.concat([plain, text(`PK${SECRETS[0]}`)]);
    expect(Buffer.compare(await bytesOf(behind), plain)).toBe(0);
  });

  test('cut off anywhere it is refused, and never breaks the service', async () => {
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      const cut = picture.subarray(0, Math.max(12, Math.floor(picture.length * share)));
      expect(await why(cut), `${share}`).toBe('damaged');
    }
  });
});

test('a picture whose data are broken, though its frame is whole, is refused', async () => {
  const broken = Buffer.from(SMALL.png);
  const data = broken.indexOf('IDAT');
  const length = broken.readUInt32BE(data - 4);
  broken.fill(0x5a, data + 8, data + 4 + length);
  broken.writeUInt32BE(crc32(broken.subarray(data, data + 4 + length)), data + 4 + length);
  expect(await why(broken)).toBe('damaged');
});

test('a picture that would take a telephone’s memory is refused before it is drawn', async () => {
  const huge = Buffer.from(SMALL.png);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29);
  expect(await why(huge)).toBe('too_many_pixels');
});

test('broken EXIF says nothing and stops nothing', async () => {
  const odd = [Buffer.alloc(0), text('II*\0'), text('MM\0*\xff\xff\xff\xff'), Buffer.alloc(300, 0x49)];
  for (const tiff of odd) {
    expect(readOrientation(tiff)).toBe(1);
    const clean = await bytesOf(jpegWith([[0xe1, Buffer.concat([exif, tiff])]]));
    expect(Buffer.compare(clean, SMALL.jpg)).toBe(0);
  }
});

describe('PDF', () => {
  test('one that opens is taken as it is', async () => {
    const paper = await pdf();
    expect(await why(paper)).toBe('application/pdf');
    expect(Buffer.compare(await bytesOf(paper), paper)).toBe(0);
  });

  test('cut off, empty or locked with a password it is refused', async () => {
    const paper = await pdf();
    expect(await why(paper.subarray(0, 300))).toBe('damaged');
    expect(await why(text('%PDF-1.7 không có gì'))).toBe('damaged');
    expect(await why(await pdf(() => {}, { userPassword: 'mat-khau' }))).toBe('damaged');
  });

  test('one that runs something or hides files is refused', async () => {
    const script = (document: PDFKit.PDFDocument) => {
      const action = document.ref({ S: 'JavaScript', JS: text('app.alert(1)') });
      (action as unknown as { end(): void }).end();
      (document as unknown as { _root: { data: Record<string, unknown> } })._root.data.OpenAction = action;
    };
    expect(await why(await pdf(script))).toBe('active');
    const hidden = (document: PDFKit.PDFDocument) => void document.file(text('MZ'), { name: 'chay.exe' });
    expect(await why(await pdf(hidden))).toBe('active');
  });
});

test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html>', 'GIF89a', 'PK\x03\x04', 'MZ', '', 'x'])(
  '%j is neither picture nor PDF, whatever its name says',
  async (given) => {
    expect(await why(text(given))).toBe('unknown');
  },
);
