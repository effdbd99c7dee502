import { describe, expect, test } from 'vitest';
import { sheetRenderer } from '../adapters/render/sheet-renderer.ts';
import { A4_PORTRAIT, type SheetItem, type TextBlock } from '../ports/renderer.ts';
import { ILLUSTRATION_MARK, type PosterParts, posterSheet } from './poster-sheet.ts';

const { heightOf } = sheetRenderer();
const LINK = 'https://zalo.me/s/1234567890123456789/?p=thong-bao/tin&ma=6eac380c-e92b-4a2c-95c4-42b7e02dfebc&phuong=a';
const PARTS: PosterParts = {
  ...{ kind: 'meeting', title: 'Họp tổ dân phố', body: 'Mời bà con đến họp.', sender: 'Tổ trưởng tổ dân phố 5' },
  event: { startsAt: Date.parse('2026-12-05T19:30:00+07:00'), place: 'Nhà văn hóa' },
  ...{ ward: 'phường Sao Mai', code: 'TB-7K2M9', groups: ['Tổ dân phố 5'], corrects: false, emergency: false },
  ...{ attachment: null, link: LINK, demo: false, writtenAt: 0 },
};
const lines = (count: number) => Array.from({ length: count }, (_, at) => `- ${at}`).join('\n');
const LONGEST: Partial<PosterParts> = {
  ...{
    title: 'Tạm ngừng cấp điện '.repeat(7).slice(0, 120),
    body: 'Bà con chuẩn bị nước, sạc điện thoại. '.repeat(40),
  },
  event: { startsAt: 0, place: 'Nhà văn hóa tổ dân phố '.repeat(9).slice(0, 200) },
  ...{ corrects: true, demo: true, attachment: 'pdf', sender: 'Phòng Văn hóa, Xã hội và Chuyển đổi số '.repeat(2) },
};

const textsOf = (items: readonly SheetItem[]) =>
  items.filter((item): item is TextBlock => item.kind === 'text' && !item.decoration);

const CASES: readonly (readonly [string, Partial<PosterParts>])[] = [
  ['an ordinary one', {}],
  ['the longest', LONGEST],
  ['many short lines', { body: lines(60) }],
  ['more lines than fit', { body: lines(400) }],
  ['letters without a space', { title: 'W'.repeat(120), body: 'W'.repeat(1_500), groups: ['Ư'.repeat(80)] }],
  ['empty lines', { body: '\n\n\n'.repeat(300) }],
  ['no link, no event, no ward', { link: null, event: null, ward: null, groups: [] }],
];

describe.each(CASES)('%s', (_name, change) => {
  const parts = { ...PARTS, ...change };
  const { items } = posterSheet(parts, heightOf);

  test('lies wholly on the sheet, and no text on another', () => {
    const boxes = textsOf(items).map((one) => ({ ...one, bottom: one.y + heightOf(one), right: one.x + one.width }));
    for (const { bottom, right, x, y, text } of boxes) {
      expect(x >= 0 && y >= 0 && right <= A4_PORTRAIT.width + 0.01 && bottom <= A4_PORTRAIT.height, text).toBe(true);
    }
    const on = (one: (typeof boxes)[number], other: (typeof boxes)[number]) =>
      one.x < other.right && other.x < one.right && one.y < other.bottom - 0.5 && other.y < one.bottom - 0.5;
    const pairs = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter((other) => on(one, other))
        .map((other) => [one.text, other.text]),
    );
    expect(pairs).toEqual([]);
  });

  test('says who, what, when, the code; whole, or where the rest stands', () => {
    const said = textsOf(items)
      .map(({ text }) => text)
      .join('\n');
    expect(said).toContain(parts.title);
    expect(said).toContain('Mã kiểm tra: TB-7K2M9');
    if (parts.event) expect(said).toContain('Thời gian');
    const cut = said.includes(' …');
    expect(cut).toBe(said.includes('Xem tiếp'));
    const words = parts.body.split(/\s+/).filter(Boolean);
    if (!cut) for (const word of words) expect(said).toContain(word);
    expect(items.some((item) => item.kind === 'qr')).toBe(parts.link !== null);
  });
});

test('what is made up says so, to eyes and to whoever has it read aloud; what is real does not', () => {
  const marks = (demo: boolean) =>
    JSON.stringify(textsOf(posterSheet({ ...PARTS, demo }, heightOf).items)).includes(ILLUSTRATION_MARK);
  expect([marks(true), marks(false)]).toEqual([true, false]);
});

test('an ordinary body stands in large letters, the longest is whole', () => {
  const sizeOf = (change: Partial<PosterParts>) => {
    const parts = { ...PARTS, ...change };
    return textsOf(posterSheet(parts, heightOf).items).find(({ text }) => parts.body.startsWith(text.slice(0, 9)))
      ?.size;
  };
  expect(sizeOf({})).toBe(22);
  expect(sizeOf({ body: 'Bà con chuẩn bị nước. '.repeat(68) })).toBeGreaterThanOrEqual(12);
  expect(JSON.stringify(posterSheet({ ...PARTS, body: 'Bà con chuẩn bị nước. '.repeat(68) }, heightOf))).not.toContain(
    'Xem tiếp',
  );
});
