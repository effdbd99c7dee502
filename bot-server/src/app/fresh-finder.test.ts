import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Phrasing } from '@phuong-so/shared/domain/library';
import { PhraseMatcher } from '@phuong-so/shared/text/phrase-matcher';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import { expect, test } from 'vitest';
import type { Library } from '../ports/library.ts';
import { phraseModel } from '../understanding/library/phrase-model.ts';
import { keepFinder } from './fresh-finder.ts';

const language = { abbreviations: new PhraseMatcher(new Map()) } as unknown as LanguageData;

function libraryOf(phrasings: readonly Phrasing[]): Library {
  const finder = { groups: [], askings: [], situations: [], elsewhere: [] };
  return { services: () => [], courses: [], phrasings, finder } as unknown as Library;
}

const SAID: readonly Phrasing[] = [
  { text: 'phuong dinh lam gi', ids: ['ke-hoach'], writer: 'a' },
  { text: 'troi hom nay mua', ids: ['viec-khac'], writer: 'a' },
];
const asked = readTyped('troi mua').tokens;
const likeliest = (library: Library) => phraseModel(library, language).likely(asked)[0];

test('what was learned is kept, and read by whoever has the same content', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'finder-'));
  const deps = { dir, language, words: 'same' };
  const [first, second] = [libraryOf(SAID), libraryOf(SAID)];
  keepFinder(first, deps);
  const learned = likeliest(first);
  expect(learned?.key).toBe('beside:viec-khac');
  const [file = ''] = readdirSync(dir);
  const kept = readFileSync(path.join(dir, file));
  keepFinder(second, deps);
  expect(likeliest(second)).toEqual(learned);
  expect(readdirSync(dir)).toEqual([file]);

  writeFileSync(path.join(dir, file), kept.subarray(0, 20));
  const third = libraryOf(SAID);
  keepFinder(third, deps);
  expect(likeliest(third)).toEqual(learned);
  expect(readFileSync(path.join(dir, file))).toEqual(kept);
});

test('other content, or other words of the language, is learned beside it', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'finder-'));
  for (const [phrasings, words] of [
    [SAID, 'one'],
    [SAID, 'other'],
    [SAID.slice(1), 'one'],
  ] as const) {
    const library = libraryOf(phrasings);
    keepFinder(library, { dir, language, words });
    likeliest(library);
  }
  expect(readdirSync(dir)).toHaveLength(3);
});
