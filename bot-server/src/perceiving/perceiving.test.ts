import { expect, test } from 'vitest';
import { pictureType, soundFormat } from './file-kind.ts';
import { isIdentityPaper } from './identity-paper.ts';
import { asTyped } from './words.ts';

const printed = { hasTitle: true, hasLabel: true };

test.each([
  'CĂN CƯỚC CÔNG DÂN Số: 001058000123 Họ và tên',
  'CĂN CƯỚC Số 001 058 000 123',
  'GIẤY CHỨNG MINH NHÂN DÂN SỐ 012345678',
])('%s is an identity paper', (words) => {
  expect(isIdentityPaper(words, printed)).toBe(true);
});

test('one is known by its lines for machines alone, in whatever rows they were read', () => {
  const unseen = { hasTitle: false, hasLabel: false };
  expect(isIdentityPaper('IDVNM2050001234001058000123<<4', unseen)).toBe(true);
  expect(isIdentityPaper('P<VNM PHAN<<THI<MO<PHONG', unseen)).toBe(true);
});

test.each([
  ['a message with a telephone', 'Căn cước của bà bị khóa, gọi 0912345678', printed],
  ['a message with +84', 'Căn cước của bà bị khóa, gọi +84912345678', printed],
  ['no number', 'Làm căn cước cần mang gì?', printed],
  ['a number without a printed label', 'Căn cước 001058000123 bị khóa', { hasTitle: true, hasLabel: false }],
  ['another paper', 'Mã hồ sơ 001058000123. Họ và tên', { hasTitle: false, hasLabel: true }],
])('%s is none', (_, words, cues) => {
  expect(isIdentityPaper(words, cues)).toBe(false);
});

test('words are one line each, masked, bounded; nothing said is nothing', () => {
  expect(asTyped('  Gọi   0912 345 678 \n\n nhé ')).toBe('Gọi [số điện thoại]\nnhé');
  expect(asTyped('a'.repeat(5_000))).toHaveLength(2_000);
  for (const silence of ['', ' \n ', '…', '...!']) expect(asTyped(silence)).toBeNull();
});

test('a file is what its first bytes say', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  expect(soundFormat(bytes('#!AMR-WB\n'))).toBe('amr');
  expect(soundFormat(bytes('\0\0\0\x20ftypM4A '))).toBe('m4a');
  expect(pictureType(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
  expect(pictureType(bytes('RIFF\0\0\0\0WEBP'))).toBe('image/webp');
  for (const other of ['', '#!AM', '<html>', '#EXTM3U\nhttp://127.0.0.1/', '%PDF-1.7']) {
    expect(soundFormat(bytes(other))).toBeNull();
    expect(pictureType(bytes(other))).toBeNull();
  }
});
