import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { PartReport, Progress, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { standingOf } from '@phuong-so/shared/domain/work-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  morningOf,
  sampleFacts,
  sampleItem,
  sampleProgress,
  sampleTarget,
  sampleWord,
} from '../../../../tests/fakes/report-samples.ts';
import { draftSections } from './draft-sections.ts';
import type { ReportFacts } from './report-facts.ts';

const DUES = [
  'Tháng 9/2026',
  'Tháng 12/2026',
  'Quý II/2027',
  'Thường xuyên',
  'Hằng năm',
  'Sau khi thành phố ban hành',
  undefined,
];
const DAYS = ['2025-12-30', '2026-03-08', '2026-10-17', '2026-11-20'];
const STATES = ['not_started', 'in_progress', 'done', 'late', 'not_applicable'] as const;

const progress = fc.record({
  state: fc.constantFrom(...STATES),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  count: fc.option(
    fc.record({
      value: fc.integer({ min: 0, max: 987 }),
      of: fc.option(fc.integer({ min: 1, max: 987 })),
      what: fc.constant('lớp'),
    }),
  ),
  note: fc.constantFrom('', 'Đã kết nối 713 hộ', 'Xong\n| 2 dòng'),
  obstacle: fc.constantFrom('', 'Thiếu 29 máy'),
  evidence: fc.array(
    fc.record({
      kind: fc.constant('figure' as const),
      title: fc.constant('Sổ'),
      value: fc.constantFrom('541 người', 'Biên bản 19'),
    }),
    { maxLength: 2 },
  ),
  day: fc.constantFrom(...DAYS),
  unit: fc.constantFrom('vhxh', 'kinh-te'),
});

const entries = fc.array(
  fc.record({
    due: fc.constantFrom(...DUES),
    leads: fc.subarray(['vhxh', 'kinh-te', 'cong-an'], { minLength: 1 }),
    word: fc.option(progress),
    confirmed: fc.boolean(),
    part: fc.option(progress),
  }),
  { maxLength: 12 },
);

type Given = typeof entries extends fc.Arbitrary<infer T> ? T : never;

function factsOf(given: Given): ReportFacts {
  const words: PartReport[] = [];
  const work = given.map(({ due, leads, word, confirmed, part }, index): WorkItem => {
    const item = sampleItem({
      id: `w${index}`,
      no: `${index + 300}`,
      title: `Việc ${index + 600}`,
      leads,
      ...(due === undefined ? {} : { due_text: due }),
    });
    const said = word === null ? null : sampleProgress({ ...word, at: morningOf(word.day) });
    if (said !== null) words.push(sampleWord(item, said, confirmed ? { state: 'confirmed' } : {}));
    if (part !== null)
      words.push(
        sampleWord(item, sampleProgress({ ...part, at: morningOf(part.day) }), { id: `p${index}`, as: 'part' }),
      );
    return { ...item, reported: said, confirmed: confirmed ? said : null };
  });
  const target = sampleTarget({ from: { ...sampleTarget().from, no: '808' }, values: { 2030: '≥871%' } });
  const value: TargetValue = {
    ...{
      id: 'v',
      targetId: 't1',
      ward: 'a',
      period: '2026-Q3',
      value: '823,5%',
      source: 'Sổ 555',
      note: '',
      state: 'reported',
    },
    ...{ unit: 'vhxh', office: '', at: 0, replacedBy: null },
  };
  return sampleFacts({
    work,
    words,
    targets: given.length % 2 === 0 ? [] : [{ target, confirmed: null, reported: value }],
  });
}

const numbers = (text: string) => text.match(/\d+/g) ?? [];
const written = (ms: number) => vietnamDay(ms).split('-').reverse().join('/');

/** Every text that somebody entered or the plan printed, and the days on which it was entered. */
function entered({ work, words, targets }: ReportFacts): string[] {
  const said = (one: Progress) => [
    ...[String(one.percent ?? ''), String(one.count?.value ?? ''), String(one.count?.of ?? ''), one.note, one.obstacle],
    ...[written(one.at), ...one.evidence.map(({ value }) => value)],
  ];
  return [
    ...work.flatMap(({ no, title, due }) => [no ?? '', title, due.text ?? '']),
    ...words.flatMap(({ progress }) => said(progress)),
    ...targets
      .flatMap(({ target, reported: value }) => [
        target.from.no ?? '',
        ...Object.entries(target.values).flat(),
        value?.value ?? '',
        value?.source ?? '',
        value?.period ?? '',
      ])
      .map(String),
  ];
}

/** Counts, made here from the entries and not by the code that drafts. */
function counts({ work, words, targets, asOf, days }: ReportFacts): number[] {
  const sizes = (keys: readonly string[]) => [...new Set(keys)].map((key) => keys.filter((one) => one === key).length);
  const spoken = new Set(
    words.filter(({ progress }) => vietnamDay(progress.at) >= days.from).map(({ itemId }) => itemId),
  );
  const silent = work.filter(({ id }) => !spoken.has(id));
  const standings = work.map((item) => standingOf(item, asOf));
  const periodic = work.filter(
    (item, index) =>
      /Thường xuyên|Hằng năm/.test(item.due.text ?? '') && !['done', 'closed'].includes(standings[index] ?? ''),
  );
  return [
    ...[work.length, silent.length, periodic.length, targets.filter(({ reported }) => reported === null).length],
    ...sizes(standings),
    ...sizes(work.flatMap(({ reported }) => (reported === null ? [] : [reported.state]))),
    ...sizes(silent.flatMap(({ leads }) => leads)),
  ];
}

/** Words of the form itself: the period, the day of the figures, and what "soon" means. */
const FORM = ['2026', '2027', '21/11/2026', '30'];

test('every number in a draft is one that was entered, or counts entries; none is made up', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const facts = factsOf(given);
      const known = new Set([...FORM, ...entered(facts), ...counts(facts).map(String)].flatMap(numbers));
      for (const { id, text } of draftSections(facts)) {
        // The lines of the list of evidence are numbered.
        const lines = id === 'evidence' ? text.split('\n').map((line) => line.replace(/^\| \d+ /, '')) : [text];
        expect(
          lines.flatMap(numbers).filter((one) => !known.has(one)),
          text,
        ).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test('the counts in a draft are those of the entries, sentence by sentence', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const facts = factsOf(given);
      const text = draftSections(facts)[0]?.text ?? '';
      const count = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
      const standings = facts.work.map((item) => standingOf(item, facts.asOf));
      const having = (wanted: string) => standings.filter((one) => one === wanted).length;
      expect(count(/để theo dõi: (\d+)/)).toBe(facts.work.length);
      expect(count(/- (\d+) nhiệm vụ đã được xác nhận hoàn thành/)).toBe(having('done'));
      expect(count(/- (\d+) nhiệm vụ quá hạn/)).toBe(having('overdue'));
      expect(count(/- (\d+) nhiệm vụ sắp đến hạn/)).toBe(having('due_soon'));
      expect(count(/- (\d+) nhiệm vụ còn trong hạn/)).toBe(having('upcoming'));
      const done = facts.work.filter(({ reported }) => reported?.state === 'done').length;
      expect(count(/Theo đơn vị tự báo cáo [^:]*:.*?(\d+) nhiệm vụ hoàn thành/)).toBe(done);
    }),
    { numRuns: 200 },
  );
});
