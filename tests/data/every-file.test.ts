import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { linksFileSchema } from '@phuong-so/shared/content/links';
import type { Course, Service } from '@phuong-so/shared/domain/library';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';

const content = contentFiles('data');
const library = await readLibrary('data');
const wards = await content.wardKeys();
const { file: scamSigns } = await content.scamSigns();
const { links, phones } = linksFileSchema.parse(parse(readFileSync('data/links.yaml', 'utf8')));
/** Every list of services that some ward's residents see. */
const seen = [...new Set(['no ward of ours', ...wards].map((ward) => library.services(ward)))];
const services = seen.flat();

const files = readdirSync('data', { recursive: true, withFileTypes: true, encoding: 'utf8' })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map(({ parentPath, name }) => path.relative('data', path.join(parentPath, name)));

/** Kinds of files, each read with its schema by what is named; a file of no kind is read by nobody. */
const KINDS: Readonly<Record<string, RegExp>> = {
  'content.language': /^(?:cues|glossary|topics|units)\.yaml$/,
  'content.announcementTemplates': /^announcement-templates\.yaml$/,
  'content.holidays': /^holidays\.yaml$/,
  'content.plainTitles': /^plain-titles\.yaml$/,
  'content.prompts': /^prompts\/[^/]+\.md$/,
  'content.scamSigns': /^scam-signs\.yaml$/,
  'content.spokenWords': /^spoken-words\.yaml$/,
  'content.ward': /^wards\/[^/]+\/(?:ward\.yaml|plans\/[^/]+\.(?:txt|md|docx|pdf))$/,
  readLibrary:
    /^(?:links\.yaml|finder\.yaml|scam-practice\.yaml|services\/[^/]+\.md|phrasings\/[^/]+\.txt|courses\/[^/]+\/(?:course\.yaml|[^/]+\.md|pictures\/[^/]+\.svg)|wards\/[^/]+\/services\/[^/]+\.(?:md|yaml))$/,
};

describe('every file parses', () => {
  test('by somebody who checks it against a schema', async () => {
    expect(files.filter((file) => !Object.values(KINDS).some((kind) => kind.test(file)))).toEqual([]);
    await content.language();
    await content.announcementTemplates();
    await content.holidays();
    await content.plainTitles();
    await content.prompts();
    await content.spokenWords();
    for (const ward of wards) await content.ward(ward);
  });

  test.each(files.filter((file) => file.endsWith('.yaml')))('%s as YAML, without a key twice', (file) => {
    const { errors, warnings } = parseDocument(readFileSync(path.join('data', file), 'utf8'), { uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
  });
});

describe('ids', () => {
  test.each([
    ['services', seen.map((list) => list.map(({ id }) => id))],
    ['courses', [library.courses.map(({ id }) => id)]],
    ['lessons of a course', library.courses.map(({ lessons }) => lessons.map(({ id }) => id))],
    ['practice', [library.scamPractice.map(({ id }) => id)]],
    ['links', [links.map(({ id }) => id)]],
    ['addresses', [links.map(({ url }) => url)]],
    ['telephone numbers', [phones.map(({ number }) => number)]],
  ])('of %s are unique', (_what, lists) => {
    for (const ids of lists) expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('codes of the national portal belong to one service each', () => {
    for (const list of seen) {
      const codes = list.flatMap((service) => service.codes);
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    }
  });

  test('what leads on to another service leads to one that is there, in every ward', () => {
    for (const list of seen) {
      const known = new Set(list.map(({ id }) => id));
      const named = list.flatMap(({ related, lookAlikes }) => [...related, ...lookAlikes.map(({ id }) => id)]);
      const taught = library.courses.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.services));
      expect([...named, ...taught].filter((id) => !known.has(id))).toEqual([]);
    }
  });
});

/** What a person reads that may hold a figure, with the sources that stand beside it. */
interface Told {
  readonly place: string;
  readonly text: string;
  readonly sources: readonly string[];
}

const namesOf = (sources: readonly { readonly name: string }[]) => sources.map(({ name }) => name);
const told: readonly Told[] = [
  ...services.flatMap(toldOfService),
  ...library.courses.flatMap(toldOfCourse),
  ...library.scamPractice.flatMap(({ id, signs, whatToDo, whereToReport, sources }) =>
    [...signs, whatToDo, whereToReport ?? ''].map((text) => ({ place: id, text, sources: namesOf(sources) })),
  ),
  ...[...Object.values(scamSigns.signs).map(({ why }) => why), ...adviceOf(scamSigns.advice)].map((one) => ({
    place: 'scam-signs',
    text: one.text,
    sources: one.sources.map((key) => scamSigns.sources[key]?.name ?? ''),
  })),
];

function adviceOf({ likely_scam, suspicious, no_signs, always }: typeof scamSigns.advice) {
  return [likely_scam, suspicious, no_signs, ...always];
}

function toldOfService(service: Service): Told[] {
  const { who, where, time, fee, result, caution, papers, mistakes, stepsOnline, stepsCounter, legal, sources } =
    service;
  const papered = papers.flatMap(({ name, note }) => [name, note]);
  const texts = [who, where, time, fee, result, caution, ...papered, ...mistakes, ...stepsOnline, ...stepsCounter];
  const beside = [...namesOf(sources), ...legal];
  return texts.flatMap((text) => (text === null ? [] : [{ place: service.id, text, sources: beside }]));
}

function toldOfCourse({ id, lessons, quiz, caution, sources }: Course): Told[] {
  const taught = lessons.flatMap((lesson) => [lesson.goal, ...lesson.steps]);
  const asked = quiz.flatMap(({ question, options, why }) => [question, ...options, why]);
  return [...taught, ...asked, caution ?? ''].map((text) => ({ place: id, text, sources: namesOf(sources) }));
}

/** Amounts, shares, times and days: what would be a fault if it were wrong. */
const FIGURE =
  /\d[\d.,]*\s?(?:đồng|triệu|tỷ|%|ngày|giờ|tháng|tuổi|lần|trang|bản)|\d{1,2}\/\d{1,2}(?:\/\d{4})?|(?<!\d)1(?:1[0-9]|900 \d+)(?!\d)/u;
/** Something with a number of its own that can be looked up, or an authority's own page or guide. */
const DOCUMENT =
  /(?:Cổng Dịch vụ công quốc gia|Luật|Nghị định|Nghị quyết|Thông tư|Thông báo|Quyết định|Công văn|Chỉ thị|Hướng dẫn|Bài hướng dẫn|Cảnh báo|Cẩm nang|Bộ quy tắc)/u;

describe('every figure has its source', () => {
  test('everything that people are told has a source with the day on which it was read', () => {
    const all = [...services, ...library.courses, ...library.scamPractice].flatMap(({ id, sources }) => {
      if (sources.length === 0) return [`${id}: no source`];
      return sources.filter(({ checked }) => !/^202[56]-\d\d-\d\d$/.test(checked)).map(({ name }) => `${id}: ${name}`);
    });
    expect(all).toEqual([]);
    expect(told.filter(({ sources }) => sources.length === 0 || sources.includes(''))).toEqual([]);
  });

  test('a figure stands beside a document, a page of an authority or its guide', () => {
    const bare = told.filter(({ text, sources }) => FIGURE.test(text) && !sources.some((name) => DOCUMENT.test(name)));
    expect(bare).toEqual([]);
    // The rule has something to look at.
    expect(told.filter(({ text }) => FIGURE.test(text)).length).toBeGreaterThan(200);
  });

  test('a law or decree that a text names is among its sources or its legal basis', () => {
    const lost = told.flatMap(({ place, text, sources }) => {
      const named = text.match(/(?<![\d/])\d{2,4}(?:\.\d+)?\/(?:20\d\d|QĐ|NQ|TT|CV)(?:\/[\p{Lu}\d-]+)?/gu) ?? [];
      const beside = sources.join(' ');
      return named.filter((number) => !beside.includes(numberOf(number))).map((number) => `${place}: ${number}`);
    });
    expect([...new Set(lost)]).toEqual([]);
  });

  test('addresses and telephone numbers are on the list, in the words about scams, too', () => {
    const hosts = links.map(({ url }) => new URL(url).host);
    const numbers = phones.map(({ number }) => number);
    const wrong = told.flatMap(({ place, text }) => {
      const unquoted = text.replaceAll(/"[^"]*"/g, '');
      const named = (unquoted.match(/(?<![.\w-])(?:[a-z0-9-]+\.)+(?:vn|com|net|org)\b/g) ?? []).filter(
        (host) => !hosts.includes(host),
      );
      const called = (unquoted.match(/(?<![\d./])(?:11\d|1[89]00 ?\d{4})(?![\d./])(?!\s*(?:đồng|ngày))/g) ?? []).filter(
        (number) => !numbers.includes(number),
      );
      return [...named, ...called].map((one) => `${place}: ${one}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** "335/2026/NĐ-CP" is found where a list says "175/2024 và 335/2026/NĐ-CP" as well. */
function numberOf(document: string): string {
  return /^[\d.]+\/(?:20\d\d|\p{Lu}+)/u.exec(document)?.[0] ?? document;
}

describe('what nobody has verified is out of reach', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'unverified-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('no unverified fact of a file is in what the library gives', async () => {
    const raw = files.filter((file) => /services\/[^/]+\.(?:md|yaml)$/.test(file));
    const guesses = raw.flatMap((file) => guessesIn(headOf(readFileSync(path.join('data', file), 'utf8'))));
    const given = JSON.stringify(services);
    expect(guesses.filter((guess) => given.includes(guess))).toEqual([]);
  });

  test('and if every fact of every file were unverified, none would be', async () => {
    cpSync('data', folder, { recursive: true });
    let planted = 0;
    for (const file of files.filter((one) => /^services\/[^/]+\.md$/.test(one))) {
      const [, head = '', ...body] = readFileSync(path.join('data', file), 'utf8').split(/^---$/m);
      const facts = parse(head);
      const guess = () => ({ text: `ĐOÁN MÒ ${planted++}`, confidence: 'unverified' });
      for (const name of ['who', 'time', 'fee', 'result']) facts[name] = guess();
      facts.mistakes = [guess()];
      facts.papers = [{ name: `ĐOÁN MÒ ${planted++}`, confidence: 'unverified' }];
      writeFileSync(path.join(folder, file), `---\n${stringify(facts)}---${body.join('---')}`);
    }
    const doubtful = await readLibrary(folder);
    expect(planted).toBeGreaterThan(300);
    expect(JSON.stringify([...wards, ''].map((ward) => doubtful.services(ward)))).not.toContain('ĐOÁN MÒ');
  });

  test('a fact from before 1/7/2025 is shown with a caution', () => {
    for (const file of files.filter((one) => /^(?:services\/[^/]+\.md|courses\/[^/]+\/course\.yaml)$/.test(one))) {
      const text = readFileSync(path.join('data', file), 'utf8');
      if (!/before_reform/.test(file.endsWith('.md') ? headOf(text) : text)) continue;
      const id = file.endsWith('.md') ? path.basename(file, '.md') : path.basename(path.dirname(file));
      const shown = [...library.services(''), ...library.courses].find((one) => one.id === id);
      expect(shown?.caution, file).toMatch(/1\/7\/2025/);
    }
  });
});

function headOf(text: string): string {
  return text.startsWith('---') ? (text.split(/^---$/m)[1] ?? '') : text;
}

/** Texts of everything in a front matter that is marked as not verified. */
function guessesIn(head: string): string[] {
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (typeof value !== 'object' || value === null) return [];
    const { text, name, confidence } = value as Record<string, unknown>;
    const own = confidence === 'unverified' ? [String(text ?? name)] : [];
    return [...own, ...Object.values(value).flatMap(walk)];
  };
  return walk(parse(head));
}

describe('courses', () => {
  test('twelve, for everybody whom the movement is for', () => {
    expect(library.courses).toHaveLength(12);
    const audiences = new Set(library.courses.flatMap((course) => course.audiences));
    expect([...audiences].sort()).toEqual(
      ['Cán bộ', 'Hộ kinh doanh', 'Người cao tuổi', 'Người lớn', 'Thanh niên', 'Tổ công nghệ số cộng đồng'].sort(),
    );
    const groups = new Set(library.courses.flatMap(({ skillGroups }) => skillGroups));
    expect([...groups].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test.each(library.courses.map((course) => [course.id, course] as const))('%s', (_id, { lessons, quiz }) => {
    expect(lessons.length).toBeGreaterThanOrEqual(4);
    for (const { id, minutes, steps } of lessons) {
      expect(minutes, id).toBeGreaterThanOrEqual(2);
      expect(minutes, id).toBeLessThanOrEqual(4);
      expect(steps.length, id).toBeGreaterThanOrEqual(3);
      expect(steps.at(-1), id).toMatch(/^\*\*Mình thử làm\*\*/);
    }
    expect(quiz.length).toBeGreaterThanOrEqual(4);
    for (const { question, options, why } of quiz) {
      expect(new Set(options).size, question).toBe(options.length);
      expect(why.length, question).toBeGreaterThan(10);
    }
  });
});
