import type { LanguageData } from '@phuong-so/shared/domain/language';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectLanguage } from '../../../../tests/fixtures/language.ts';
import { readDraft, readHead } from './read-draft.ts';

/** Sunday evening. */
const NOW = Date.parse('2026-11-29T20:00:00+07:00');
const GROUPS = [
  { id: 'to-1', name: 'Tổ dân phố 1' },
  { id: 'to-15', name: 'Tổ dân phố số 15' },
];

let language: LanguageData;
beforeAll(async () => {
  language = await projectLanguage();
});

describe('the kind', () => {
  test.each([
    ['Mời bà con họp tổ dân phố tối mai', 'meeting'],
    ['ngay mai cat nuoc de sua duong ong', 'utilities'],
    ['Mời họp tổ. Nội dung: thu quỹ, phun muỗi.', 'meeting'],
    ['Họp tổ bàn việc thu quỹ', 'meeting fee'],
    ['Mở lớp kỹ năng số cho người lớn tuổi', 'class'],
    ['Nhặt được một chùm chìa khóa ở ngõ 7', ''],
    ['Tiêm chủng cho trẻ tại trạm y tế', 'health'],
  ])('%s → %s', (text, kinds) => expect(readDraft(text, NOW, language).kinds.join(' ')).toBe(kinds));
});

describe('the place', () => {
  test.each([
    ['Mời họp lúc 19h30 thứ bảy tại nhà văn hóa tổ 5 để bàn việc lắp camera', 'nhà văn hóa tổ 5'],
    ['Mời bà con đến họp ở nhà bác Tư, ngõ 7.', 'nhà bác Tư'],
    ['Địa điểm: Hội trường UBND phường\nThời gian: 8h sáng mai', 'Hội trường UBND phường'],
    ['hop o nha van hoa to 5 luc 19h', 'nha van hoa to 5'],
    ['hop o nha van hoa Tu Do', null],
    ['Họp tại nhà văn hóa 19h', 'nhà văn hóa'],
    ['Tại sao phải họp ở đây', null],
    ['Họp tại nhà văn hóa, ai bận thì đến tại trụ sở phường', null],
    ['Kế hoạch ở phường mình', null],
  ])('%s → %s', (text, place) => expect(readDraft(text, NOW, language).place).toBe(place));
});

test('the first of several lines is the title', () => {
  expect(readDraft('Họp tổ\n\nMời bà con đến họp.', NOW, language)).toMatchObject({
    ...{ title: 'Họp tổ', body: 'Mời bà con đến họp.', kinds: ['meeting'], when: { kind: 'none' } },
  });
  expect(readDraft('Mời bà con đến họp.', NOW, language)).toMatchObject({ title: null, body: 'Mời bà con đến họp.' });
  expect(readDraft(`${'x'.repeat(121)}\ny y y`, NOW, language).title).toBeNull();
});

test.each([
  ['tổ 1', { groups: ['to-1'], isWard: false, kinds: [] }],
  ['cho bà con tổ dân phố 1 và tổ số 15', { groups: ['to-1', 'to-15'], isWard: false, kinds: [] }],
  ['ca phuong', { groups: [], isWard: true, kinds: [] }],
  ['họp', { groups: [], isWard: false, kinds: ['meeting'] }],
  ['', { groups: [], isWard: false, kinds: [] }],
  ['tổ 2', null],
  ['tối mai 19h30 họp tổ mọi nhà', null],
])('before the colon “%s”', (head, expected) => expect(readHead(head, GROUPS, language)).toEqual(expected));
