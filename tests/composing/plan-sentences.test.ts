import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valueList, valueWords } from '../../bot-server/src/answering/target-values.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { faultOf } from '../../bot-server/src/composing/check-sentence.ts';
import type { WardFacts } from '../../bot-server/src/ports/ward-facts.ts';
import { unitsWithin } from '../../bot-server/src/understanding/units-within.ts';
import { realService } from '../fixtures/real-service.ts';

/** Everything that the wards' plans say, sentence by sentence, each with the passage that it stands in. */
interface Said {
  readonly sentence: string;
  readonly passage: string;
  readonly units: UnitDirectory;
  readonly facts: WardFacts;
}

let service: Service;
let said: Said[];
beforeAll(async () => {
  service = await realService();
  const index = service.index.current();
  said = index.wards().flatMap(({ key }) => {
    const facts = index.ward(key) as WardFacts;
    const units = unitsWithin(facts, service.language.units);
    const passages = new Map<number, string>();
    for (const { passageId, text } of facts.snippets)
      if (passageId !== null) passages.set(passageId, `${passages.get(passageId) ?? ''}${text}\n`);
    return facts.snippets.map(({ text, passageId }) => ({
      ...{ sentence: text, units, facts },
      passage: (passageId === null ? undefined : passages.get(passageId)) ?? text,
    }));
  });
});
afterAll(() => service.close());

/** Changed sentences that are let through all the same. */
function missed(change: (one: Said) => readonly string[]): { tried: number; through: string[] } {
  let tried = 0;
  const through: string[] = [];
  for (const one of said)
    for (const sentence of change(one)) {
      tried += 1;
      if (faultOf(sentence, [one.passage], one.units) === null) through.push(`${one.sentence} → ${sentence}`);
    }
  return { tried, through };
}

test('a sentence copied from a plan passes with itself and with its passage', () => {
  expect(said.length).toBeGreaterThan(500);
  const wrong = said.filter(
    ({ sentence, passage, units }) =>
      faultOf(sentence, [sentence], units) !== null || faultOf(sentence, [passage], units) !== null,
  );
  expect(wrong.map(({ sentence }) => sentence)).toEqual([]);
});

test('any figure, date or document number changed, and it does not', () => {
  const { tried, through } = missed(({ sentence, passage }) =>
    [...sentence.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) =>
      [1, 7, 100].flatMap((more) => {
        const other = String(Number(digits) + more);
        // A figure that the passage has elsewhere may be said of something else: the years of a target are changed below.
        if (new RegExp(`(?<!\\d)0*${other}(?!\\d)`).test(passage)) return [];
        return [sentence.slice(0, index) + other + sentence.slice(index + digits.length)];
      }),
    ),
  );
  expect(tried).toBeGreaterThan(1_000);
  expect(through).toEqual([]);
});

test('two years of a target changed for one another, and it does not', () => {
  const wards = [...new Map(said.map(({ facts, units }) => [facts, units]))];
  const through: string[] = [];
  let tried = 0;
  for (const [facts, units] of wards)
    for (const target of facts.documents.flatMap(({ plan }) => plan.targets)) {
      const [first = '', second = ''] = Object.keys(target.values).filter((year) => year !== '');
      const [one, other] = [valueWords(target, first), valueWords(target, second)];
      const digits = (value: string | null) => value?.replace(/\D/g, '') ?? '';
      if (digits(one) === '' || digits(other) === '' || digits(one) === digits(other)) continue;
      const evidence = `${target.name}: ${valueList(target)}`;
      for (const lie of [`${target.name}: năm ${first} là ${other}`, `${target.name} ${one} vào năm ${second}`]) {
        tried += 1;
        if (faultOf(lie, [evidence], units) === null) through.push(`${evidence} → ${lie}`);
      }
    }
  expect(tried).toBeGreaterThan(20);
  expect(through).toEqual([]);
});

test('another measure behind a figure, or the other side of a day, and it does not', () => {
  const swaps: readonly [RegExp, string][] = [
    [/(?<=\d)\s*%/u, ' ngày'],
    [/(?<=\d)%/u, ' triệu đồng'],
    [/trước (?=ngày \d|\d)/u, 'sau '],
    [/(?:ít nhất|tối thiểu|≥) ?(?=\d)/u, 'không quá '],
  ];
  const { tried, through } = missed(({ sentence }) =>
    swaps.flatMap(([from, to]) => (from.test(sentence) ? [sentence.replace(new RegExp(from, 'gu'), to)] : [])),
  );
  expect(tried).toBeGreaterThan(20);
  expect(through).toEqual([]);
});

test('another unit of the ward in a unit’s place, and it does not', () => {
  const { tried, through } = missed(({ sentence, passage, units, facts }) => {
    const named = new Set(units.find(passage).map(({ unit }) => unit.id));
    const others = facts.units.ids.flatMap((id) => units.get(id) ?? []).filter(({ id }) => !named.has(id));
    return units.find(sentence).flatMap(({ start, end }, at) => {
      const other = others[(sentence.length + at) % Math.max(1, others.length)];
      return other ? [sentence.slice(0, start) + other.name + sentence.slice(end)] : [];
    });
  });
  expect(tried).toBeGreaterThan(500);
  expect(through).toEqual([]);
});

test('a negation taken away or put in, and it does not', () => {
  const { tried, through } = missed(({ sentence }) => [
    // "không gian", "không khí" deny nothing.
    ...[...sentence.matchAll(/(?<=^|\s)(?:không|chưa|miễn|cấm|chẳng) (?!gian|khí|ngừng|những|chỉ)/giu)].map(
      ({ 0: word, index }) => sentence.slice(0, index) + sentence.slice(index + word.length),
    ),
    ...[
      ...sentence.matchAll(
        /(?<=\s)(?:phải|được|có|thực hiện|bảo đảm|đảm bảo|triển khai|sử dụng|hoàn thành|đạt|nộp|báo cáo|hướng dẫn|tổ chức) /gu,
      ),
    ].map(({ index }) => `${sentence.slice(0, index)}không ${sentence.slice(index)}`),
  ]);
  expect(tried).toBeGreaterThan(500);
  expect(through).toEqual([]);
});
