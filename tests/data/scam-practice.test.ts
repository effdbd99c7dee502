import { readFileSync } from 'node:fs';
import { linksFileSchema } from '@phuong-so/shared/content/links';
import { splitSentences } from '@phuong-so/shared/text/sentences';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';

const { scamPractice } = await readLibrary('data');
const { links, phones } = linksFileSchema.parse(parse(readFileSync('data/links.yaml', 'utf8')));
const LONGEST_SENTENCE = 25;
/** What a person is told about a message; the message itself is made up and may say what it likes. */
const told = scamPractice.flatMap(({ id, signs, whatToDo, whereToReport }) =>
  [...signs, whatToDo, whereToReport ?? ''].map((text): [string, string] => [id, text]),
);

test('enough to practise with: scams and others, and not in turn', () => {
  expect(scamPractice.length).toBeGreaterThanOrEqual(16);
  expect(scamPractice.length).toBeLessThanOrEqual(24);
  expect(scamPractice.filter(({ isScam }) => !isScam).length).toBeGreaterThanOrEqual(6);
  const order = scamPractice.map(({ isScam }) => (isScam ? 'x' : 'o')).join('');
  expect(order).not.toMatch(/x{5}|o{3}|(?:xo){4}|(?:ox){4}/);
});

test('no message holds an account, a telephone number or an address of anybody', () => {
  for (const { id, text } of scamPractice) {
    const numbers = text.replaceAll(/(?<=\d)[ .](?=\d)/g, '').match(/\d{8,}/g) ?? [];
    expect(
      numbers.filter((digits) => !/^0+$/.test(digits)),
      id,
    ).toEqual([]);
    const hosts = text.match(/(?:[a-z0-9-]+\.)+[a-z]{2,}/gi) ?? [];
    expect(
      hosts.filter((host) => !host.includes('vidu000')),
      id,
    ).toEqual([]);
  }
});

test('quoted words stand in the message, so that they can be shown in it', () => {
  for (const { id, text, signs } of scamPractice) {
    const quoted = signs.flatMap((sign) => [...sign.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words));
    expect(
      quoted.filter((words) => !text.toLowerCase().includes(words.toLowerCase())),
      id,
    ).toEqual([]);
  }
});

test('a scam says where to report it; a genuine message is never called safe', () => {
  for (const { id, isScam, whereToReport } of scamPractice) expect(whereToReport !== null, id).toBe(isScam);
  expect(told.filter(([, text]) => /an toàn|yên tâm|chắc chắn (?:là )?thật/i.test(text))).toEqual([]);
});

test('what is told names only listed addresses and telephone numbers, in short sentences', () => {
  const hosts = links.map(({ url }) => new URL(url).host);
  const known = phones.map(({ number }) => number);
  for (const [id, text] of told) {
    const unquoted = text.replaceAll(/"[^"]*"/g, '');
    const named = unquoted.match(/(?<![.\w])(?:[a-z0-9-]+\.)+[a-z]{2,}/gi) ?? [];
    expect(
      named.filter((host) => !hosts.includes(host)),
      id,
    ).toEqual([]);
    const numbers = unquoted.match(/(?<!\d)1\d\d(?!\d)|1[89]00[ \d]+/g) ?? [];
    expect(
      numbers.filter((number) => !known.includes(number.trim())),
      id,
    ).toEqual([]);
    const long = splitSentences(text).filter((part) => (part.match(/[\p{L}\d]+/gu) ?? []).length > LONGEST_SENTENCE);
    expect(long, id).toEqual([]);
  }
});
