import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { linksFileSchema } from '@phuong-so/shared/content/links';
import { BESIDE, type Course, type Service } from '@phuong-so/shared/domain/library';
import { splitSentences } from '@phuong-so/shared/text/sentences';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';
import type { Library } from '../../bot-server/src/ports/library.ts';

const { links, phones } = linksFileSchema.parse(parse(readFileSync('data/links.yaml', 'utf8')));
/** Short forms that a resident should not have to know; forms and laws keep the names printed on them. */
const SHORT_FORMS =
  /(?<![\p{L}\d/-])(UBND|HĐND|TTPVHCC|CCCD|GPLX|BHXH|BHYT|TTHC|DVC|DVCQG|PAKN|HKD|CSGT|NĐ|NQ|TT|QĐ)(?![\p{L}\d])/u;
/** Words of screens and buttons are quoted as they stand there, in bold and inside a sentence. */
const BUTTONS = /(?<=\S.*)\*\*[^*]+\*\*/g;
const LONGEST_SENTENCE = 32;

let library: Library;
/** Every list of services that some ward's residents see. */
let seen: (readonly Service[])[];
beforeAll(async () => {
  library = await readLibrary('data');
  const wards = await contentFiles('data').wardKeys();
  seen = [...new Set(['no ward of ours', ...wards].map((ward) => library.services(ward)))];
});

const files = ['data/services', 'data/courses', 'data/wards'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|yaml)$/.test(name) && (folder !== 'data/wards' || /[\\/]services[\\/]/.test(name)))
    .map((name) => path.join(folder, name)),
);

/** What a person reads of a service, each with its place. */
function readTexts(service: Service): [place: string, text: string][] {
  const { title, summary, who, where, time, fee, result, caution, mistakes, papers, stepsOnline, stepsCounter } =
    service;
  const single = { title, summary, who, where, time, fee, result, caution };
  return [
    ...Object.entries(single).flatMap(([place, text]) => (text === null ? [] : [[place, text] as [string, string]])),
    ...papers.flatMap(({ name, note }) =>
      [name, ...(note === null ? [] : [note])].map((text): [string, string] => ['papers', text]),
    ),
    ...mistakes.map((text): [string, string] => ['mistakes', text]),
    ...[...stepsOnline, ...stepsCounter].map((text): [string, string] => ['steps', text]),
  ];
}

function courseTexts({ title, summary, lessons, quiz, caution }: Course): [place: string, text: string][] {
  return [
    ['title', title],
    ['summary', summary],
    ['caution', caution ?? ''],
    ...lessons.flatMap(({ id, title, goal, steps }) =>
      [title, goal, ...steps].map((text): [string, string] => [id, text]),
    ),
    ...quiz.flatMap(({ question, options, why }) =>
      [question, ...options, why].map((text): [string, string] => ['quiz', text]),
    ),
  ];
}

function everyText(): [place: string, text: string][] {
  const services = seen
    .flat()
    .flatMap((one) => readTexts(one).map(([place, text]): [string, string] => [`${one.id}: ${place}`, text]));
  const courses = library.courses.flatMap((one) =>
    courseTexts(one).map(([place, text]): [string, string] => [`${one.id}: ${place}`, text]),
  );
  return [...services, ...courses];
}

test('enough is there for the screens to be real', () => {
  expect(library.services('').length).toBeGreaterThanOrEqual(50);
  expect(library.courses.length).toBeGreaterThanOrEqual(3);
});

test('ids, titles and the words that people use lead to one service each', () => {
  for (const services of seen) {
    const titles = services.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { id, also } of services) expect(new Set(also).size, id).toBe(also.length);
  }
});

test('life events and what people say lead somewhere: no phrase is there twice, and none is also said to be covered nowhere', () => {
  const { situations, elsewhere } = library.finder;
  const elsewhereWords = elsewhere.flatMap(({ title, also }) => [title, ...also]);
  expect(new Set(elsewhereWords).size).toBe(elsewhereWords.length);
  expect(new Set(situations.flatMap(({ also }) => also)).size).toBe(situations.flatMap(({ also }) => also).length);
  for (const { id, also } of library.services(''))
    expect(
      also.filter((words) => elsewhereWords.includes(words)),
      id,
    ).toEqual([]);
  expect(library.phrasings.filter(({ text }) => elsewhereWords.includes(text))).toEqual([]);
  for (const { id, also } of library.courses) expect(new Set(also).size, id).toBe(also.length);
});

test('of two procedures that are taken for one another, each names the other', () => {
  for (const services of seen) {
    const oneSided = services.flatMap(({ id, lookAlikes }) =>
      lookAlikes.flatMap(({ id: other }) => {
        const back = services.find((service) => service.id === other);
        return back?.lookAlikes.some((one) => one.id === id) ? [] : [`${other} does not name ${id}`];
      }),
    );
    expect(oneSided).toEqual([]);
  }
});

test('the life events that people are led by are in the list of the app, too', () => {
  const listed = library.services('').flatMap(({ situations }) => situations);
  for (const event of ['mới sinh con', 'người thân mất', 'chuyển nhà', 'mở quán, bán hàng', 'sắp 60 tuổi'])
    expect(listed).toContain(event);
});

describe('how people ask', () => {
  test('is written down for every service and course, by several writers', () => {
    for (const { id } of [...library.services(''), ...library.courses]) {
      const own = library.phrasings.filter(({ ids }) => ids.includes(id));
      expect(own.length, id).toBeGreaterThanOrEqual(20);
      expect(new Set(own.map(({ writer }) => writer)).size, id).toBeGreaterThanOrEqual(2);
    }
  });

  test('leads to no more than a few at a time; to none as well only where it may be told of and not asked for', () => {
    for (const { text, ids } of library.phrasings) {
      expect(ids.length, text).toBeLessThanOrEqual(4);
      const beside = ids.filter((id) => BESIDE.includes(id));
      if (ids.length > 1 && beside.length > 0) expect([ids.length, beside], text).toEqual([2, ['viec-khac']]);
    }
  });

  test('names nobody: no number that may be a card, a telephone or an account', () => {
    const digits = (text: string) => text.replaceAll(/(?<=\d)[ .](?=\d)/g, '').match(/\d{8,}/g) ?? [];
    expect(library.phrasings.flatMap(({ text }) => digits(text))).toEqual([]);
  });
});

test('every service has papers or a way to go, and a source with its day', () => {
  for (const service of seen.flat()) {
    expect(service.checked, service.id).toMatch(/^20\d\d-\d\d-\d\d$/);
    const ways = [...service.stepsOnline, ...service.stepsCounter, ...(service.where === null ? [] : [service.where])];
    expect(ways.length, service.id).toBeGreaterThan(0);
  }
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('names only addresses that are on the list of official links', () => {
    const hosts = links.map(({ url }) => new URL(url).host);
    const named = text.match(/(?<![.\w])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|gov|me|io)\b/gi) ?? [];
    expect(named.filter((host) => !hosts.includes(host.toLowerCase()))).toEqual([]);
  });

  test('names only telephone numbers that are on the list', () => {
    const known = phones.map(({ number }) => number.replaceAll(' ', ''));
    // Portal codes and addresses hold digits of other meaning; "codes", "url" and dates are not read by anybody as a phone.
    const prose = text.replaceAll(/^(codes|\s*url|\s*- name|\s*name): .*$/gm, '');
    const named =
      prose.match(
        /(?<![\d./-])(?:1[89]00[ .]?\d{2,4}(?:[ .]?\d{2,4})?|0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}|\*\*1\d\d\*\*|11[0-9]|10[0-9]{2}|156|5656)(?!\d|[./]\d|\s*(?:đồng|ngày|triệu|tỷ))/g,
      ) ?? [];
    expect(named.map((number) => number.replaceAll(/[ .*]/g, '')).filter((number) => !known.includes(number))).toEqual(
      [],
    );
  });
});

test('an amount of money that a step or a mistake names is the one of the fee or the result', () => {
  const amounts = (text: string): string[] => text.match(/\d[\d.]*(?= đồng)/g) ?? [];
  for (const service of seen.flat()) {
    const stated = amounts(`${service.fee} ${service.result} ${service.who}`);
    const named = readTexts(service).flatMap(([place, text]) => (place === 'steps' ? amounts(text) : []));
    expect(
      named.filter((amount) => !stated.includes(amount)),
      service.id,
    ).toEqual([]);
  }
});

test('plain words: no short forms', () => {
  const guilty = everyText().filter(([, text]) => SHORT_FORMS.test(text.replaceAll(BUTTONS, '')));
  expect(guilty).toEqual([]);
});

test(`plain words: no sentence of more than ${LONGEST_SENTENCE} syllables`, () => {
  const guilty = everyText().flatMap(([place, text]) =>
    text
      .split('\n')
      .flatMap(splitSentences)
      .filter((sentence) => (sentence.match(/[\p{L}\d]+/gu) ?? []).length > LONGEST_SENTENCE)
      .map((sentence) => `${place}: ${sentence}`),
  );
  expect(guilty).toEqual([]);
});
