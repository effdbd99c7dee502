import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { Sheet, SheetItem, TextBlock } from '../../ports/renderer.ts';
import { sheetRenderer } from './sheet-renderer.ts';
import { sheetToSvg } from './sheet-to-svg.ts';

const renderer = sheetRenderer();
const text = (change: Partial<TextBlock>): TextBlock => ({
  ...{
    kind: 'text',
    text: 'Chữ',
    x: 20,
    y: 20,
    width: 360,
    align: 'left',
    size: 20,
    weight: 'regular',
    colour: '#000000',
  },
  ...change,
});
const sheet = (...items: SheetItem[]): Sheet => ({
  ...{ title: 'Thử', author: 'Phường', madeAt: new Date('2026-11-29T03:00:00Z'), width: 400, height: 200, items },
});

async function textOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
}

/** Width and height that a PNG's head states. */
function sizeOf(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('every Vietnamese letter can be copied from the PDF as it was written, and those of the Highlands', async () => {
  const lines = [
    'ạ ặ ậ ẹ ệ ị ọ ộ ợ ụ ự ỵ đ Đ',
    'Quét mã vuông, hoặc mở trang của phường',
    'ẢẪẤẰẴỄỂỠỞƯỮỬỶỸ ăâêôơư',
    'Y Ngŏ Ŭk Čư Ĕ ĭ',
  ];
  const pdf = await renderer.pdf(sheet(...lines.map((line, at) => text({ text: line, size: 14, y: 20 + at * 30 }))));
  expect(await textOf(pdf)).toEqual(lines);
});

test('the same sheet is the same picture, as wide as asked', async () => {
  const drawn = sheet({ kind: 'box', x: 10, y: 10, width: 380, height: 180, fill: '#e3f2f3' }, text({}));
  // Another renderer, which has not kept the first one's.
  const [one, two] = [await renderer.png(drawn, 800), await sheetRenderer().png(drawn, 800)];
  expect(sizeOf(one)).toEqual([800, 400]);
  expect(Buffer.compare(one, two)).toBe(0);
  expect(Buffer.compare(one, await renderer.png(sheet(), 800))).not.toBe(0);
});

test('a text that is too long for its lines shrinks; without a limit it takes more lines', () => {
  const long = 'Nguyễn Thị Hồng Hạnh Ngọc Bảo Châu ở tổ dân phố số mười hai';
  const one = renderer.heightOf(text({ text: long, mostLines: 1 }));
  expect(one).toBeLessThan(28);
  expect(renderer.heightOf(text({ text: long }))).toBeCloseTo(56);
  expect(renderer.heightOf(text({ text: 'Một\nHai\nBa' }))).toBeCloseTo(84);
});

test('a text is a text, whatever stands in it', async () => {
  const hostile = '<script>alert(1)</script> & "x" \u0000\ud800';
  const svg = sheetToSvg(sheet(text({ text: hostile })), () => 1);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  expect((await renderer.png(sheet(text({ text: hostile })), 400)).length).toBeGreaterThan(0);
  expect((await renderer.pdf(sheet(text({ text: hostile })))).length).toBeGreaterThan(0);
});

test('a QR code changes the picture with its text', async () => {
  const code = (of: string) => renderer.png(sheet({ kind: 'qr', text: of, x: 10, y: 10, size: 180 }), 400);
  expect(Buffer.compare(await code('https://a.vn/1'), await code('https://a.vn/2'))).not.toBe(0);
});
