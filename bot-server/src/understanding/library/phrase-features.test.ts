import { readTyped } from '@phuong-so/shared/text/typed-text';
import { describe, expect, test } from 'vitest';
import { partJoined, syllablesOf } from './joined-words.ts';
import { featuresOf } from './phrase-features.ts';
import { WordGroups } from './word-units.ts';

const groups = new WordGroups([['quán', 'tiệm']]);
const of = (text: string) => featuresOf(readTyped(text).tokens, groups);
const shared = (one: string, other: string) => of(one).filter((feature) => of(other).includes(feature));

describe('features', () => {
  test('without tone marks are all there with them, too', () => {
    expect(shared('khai sinh cho chau', 'Khai sinh cho cháu')).toEqual(of('khai sinh cho chau'));
  });

  test('of typed marks tell words apart that are the same without', () => {
    expect(of('tạm vắng')).toContain('m vắng');
    expect(of('vâng ạ')).not.toContain('m vắng');
    expect(of('tam vang').some((feature) => feature.startsWith('m '))).toBe(false);
  });

  test('of words spelled by ear are those of their sound', () => {
    expect(shared('khai xinh', 'khai sinh')).toContain('s khai sin');
  });

  test('of words that say the same are those of their group', () => {
    expect(shared('mở tiệm', 'mở quán')).toContain('g 0');
  });

  test('keep the order of neighbours', () => {
    expect(of('sinh khai')).not.toContain('w khai sinh');
  });

  test('of years and long numbers are one each, of small numbers their own', () => {
    expect(shared('sinh 1958', 'sinh 1960')).toContain('w sinh #year');
    expect(shared('phí 15000', 'phí 20000')).toContain('w phi #number');
    expect(shared('lớp 6', 'lớp 1')).not.toContain('w lop 6');
  });
});

describe('words typed without the space between', () => {
  const known = syllablesOf(
    ['báo tử', 'báo tử', 'chuyển trường', 'chuyển trường'].map((text) => readTyped(text).tokens),
  );
  const part = (text: string) => partJoined(readTyped(text).tokens, known).map(({ marked }) => marked);

  test('are parted into two that are known', () => {
    expect(part('báotử')).toEqual(['báo', 'tử']);
    expect(part('xin chuyểntrường')).toEqual(['xin', 'chuyển', 'trường']);
  });

  test('are left when one is not, or when they are a word', () => {
    expect(part('báoxyz')).toEqual(['báoxyz']);
    expect(part('trường')).toEqual(['trường']);
  });
});
