import { expect, it } from 'vitest';
import { findLinks } from '../../bot-server/src/scam-check/find-links.ts';
import { projectScamSigns } from '../fixtures/scam-signs.ts';

const { links } = await projectScamSigns();

it.each([
  ['vào https://dichvucong.gov.vn/tra-cuu nhé', [null]],
  ['(dichvucong.gov.vn)', [null]],
  ['mở csgt.vn để tra', [null]],
  ['https://phuong.vidu.gov.vn', [null]],
  ['http://dichvucong.gov.vn.vidu000.top', ['look_alike']],
  ['vneid-capnhat-vidu000.com', ['look_alike']],
  ['qua-vidu000.xyz', ['odd']],
  ['bit.ly/vidu000', ['short']],
  ['http://192.0.2.10/vneid', ['number']],
  ['https://xn--vidu-000.com', ['disguised']],
  ['https://vnеid.com', ['disguised']],
  ['https://vneid.gov.vn@vidu000.com/login', ['disguised']],
  ['http://vidu000.net/etax.apk', ['app_file']],
  ['gửi anh VNeID.apk nhé', ['app_file']],
  ['xem vidu000-cafe.com', ['unlisted']],
  ['vidu000[.]top', ['odd']],
  ['vidu000 chấm com', ['unlisted']],
  ['hxxps://vidu000.top', ['odd']],
  ['ai@vidu000.com', []],
  ['Nộp ngày 30.11.Bà con nhớ', []],
  ['con chào bà.me ơi', []],
  ['5.500.000đ', []],
  ['Nghị định 118/2025/NĐ-CP.', []],
])('%s → %j', (text, kinds) => {
  expect(findLinks(text, links).map(({ kind }) => kind)).toEqual(kinds);
});

it('an address is cut out as it stands, without what is written around it', () => {
  const text = 'bấm “https://vidu000.top/a?b=1”, hoặc (vidu000.xyz).';
  expect(findLinks(text, links).map(({ start, end }) => text.slice(start, end))).toEqual([
    'https://vidu000.top/a?b=1',
    'vidu000.xyz',
  ]);
});
