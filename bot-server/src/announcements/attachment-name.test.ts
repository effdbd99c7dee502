import { expect, test } from 'vitest';
import { attachmentName } from './attachment-name.ts';

test.each([
  ['Giấy mời họp tổ.PDF', 'application/pdf', 'Giấy mời họp tổ.pdf'],
  ['C:\\Nhà\\Giấy mời.docx.pdf', 'application/pdf', 'Giấy mời.docx.pdf'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['giay\u202efdp.exe', 'application/pdf', 'giay fdp.pdf'],
  ['  \0 ', 'application/pdf', 'Tệp kèm theo.pdf'],
  ['', 'application/pdf', 'Tệp kèm theo.pdf'],
  ['IMG_20261129_193000.jpg', 'image/jpeg', 'Ảnh.jpg'],
  ['bác Lan 0912345678.png', 'image/webp', 'Ảnh.webp'],
] as const)('%j as %s is %j', (given, type, shown) => {
  expect(attachmentName(given, type)).toBe(shown);
});

test('numbers of persons do not stay, and no name is long', () => {
  expect(attachmentName('CCCD 079203001234 của A.pdf', 'application/pdf')).not.toContain('079203001234');
  expect(attachmentName('x'.repeat(300), 'application/pdf')).toHaveLength(84);
});
