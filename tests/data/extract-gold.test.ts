import path from 'node:path';
import type { PlanDeadline, PlanTask } from '@phuong-so/shared/domain/plan';
import { SourceText } from '@phuong-so/shared/text/source-text';
import { syllables } from '@phuong-so/shared/text/tokens';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentKey } from '../../bot-server/src/ingestion/parse-plan/cited-documents.ts';
import { extractOutputSchema, toExtractOutput } from '../../bot-server/src/ingestion/parse-plan/extract-output.ts';
import {
  allQuotes,
  flatten,
  type GoldDeadline,
  type GoldTask,
  gold,
  printed,
  type ReadPlan,
  readPlan,
  root,
  WARDS,
} from './gold-facts.ts';

const plans = new Map<string, ReadPlan>();

beforeAll(async () => {
  for (const ward of WARDS)
    plans.set(ward, await readPlan(path.join(root, `data/wards/${ward}/plans/${ward}.txt`), ward));
});

function planOf(ward: string): ReadPlan {
  const plan = plans.get(ward);
  if (!plan) throw new Error(`no plan of ${ward}`);
  return plan;
}

function words(text: string): string {
  return syllables(text).join(' ');
}

/** Share of the longer text's words that both have. */
function overlap(a: string, b: string): number {
  const [first, second] = [new Set(syllables(a)), new Set(syllables(b))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(first.size, second.size, 1);
}

/** Whether a phrase of at least four words stands in both quotes. */
function sharesPhrase(a: string, b: string): boolean {
  const list = syllables(a);
  return list.slice(3).some((_word, index) => ` ${words(b)} `.includes(` ${list.slice(index, index + 4).join(' ')} `));
}

describe.each(WARDS)('%s', (ward) => {
  test('document', () => {
    const { document } = planOf(ward).plan;
    const facts = gold.documents.find((one) => one.ward === ward);
    expect({
      number: document.number,
      date: document.date,
      title: printed(document.title),
      wardName: document.wardName,
      province: document.province,
      signer: document.signer,
      recipients: document.recipients,
    }).toEqual({
      number: facts?.number,
      date: facts?.date,
      title: printed(facts?.title),
      wardName: facts?.ward_name_as_written[0] ?? null,
      province: facts?.city_or_province,
      signer: { name: facts?.signer.name, position: facts?.signer.position, signedFor: facts?.signer.signed_for },
      recipients: facts?.recipients,
    });
  });

  test('every document that it cites, with role, type, number and date', () => {
    const facts = gold.documents.find((one) => one.ward === ward)?.legal_bases ?? [];
    const expected = facts.flatMap((basis) =>
      (basis.number ?? '')
        .split('; ')
        .map((number) => [basis.role, basis.type, documentKey(number), basis.date].join('|')),
    );
    const found = planOf(ward).plan.document.legalBases.map((basis) =>
      [basis.role, basis.type, documentKey(basis.number ?? ''), basis.date].join('|'),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  test('outline', () => {
    const expected = flatten(gold.outlines.find((one) => one.ward === ward)?.sections ?? []);
    const found = toExtractOutput(planOf(ward).plan).outline;
    expect(found.map((node) => [node.level, node.label, printed(node.title)])).toEqual(
      expected.map((node) => [node.level, node.label, printed(node.title)]),
    );
  });

  test('every task of annexes and body, in every field', () => {
    const expected = gold.tasks.filter((task) => task.ward === ward && task.origin !== 'organisation');
    const found = planOf(ward).plan.tasks.filter((task) => task.origin !== 'organisation');
    expect(found.map(taskFields)).toEqual(expected.map(goldTaskFields));
    const days = toExtractOutput(planOf(ward).plan).tasks.filter((task) => task.origin !== 'organisation');
    expected.forEach((task, index) => {
      if (task.due_iso === null) expect(days[index]?.due_date).toBeNull();
      else expect(days[index]?.due_date).toMatch(new RegExp(`^${task.due_iso}`));
    });
  });

  test('every target of the annexes, in every field', () => {
    const expected = gold.targets.filter((target) => target.ward === ward);
    const found = planOf(ward).plan.targets.filter((target) => target.origin === 'appendix');
    expect(
      found.map((target) => ({
        annex: target.annex,
        group: [target.group?.label, printed(target.group?.heading)],
        no: target.no,
        name: printed(target.name),
        unit: target.unit,
        values: target.values,
        output: target.output,
        ...unitFields(target.lead, target.leadIds, target.coordinating, target.coordinatingIds),
      })),
    ).toEqual(
      expected.map((target) => ({
        annex: target.annex,
        group: [target.group.roman, printed(target.group.heading)],
        no: target.no,
        name: printed(target.name),
        unit: target.unit_of_measure,
        values: target.values,
        output: target.output,
        ...unitFields(target.lead, target.lead_ids, target.coordinating, target.coordinating_ids),
      })),
    );
  });

  test('every quote stands in the plan, and what is printed fits the contract', () => {
    const { plan, source } = planOf(ward);
    const text = new SourceText(source);
    expect(allQuotes(plan).filter((quote) => !text.contains(quote))).toEqual([]);
    expect(extractOutputSchema.safeParse(toExtractOutput(plan)).success).toBe(true);
    const facts = [...plan.tasks, ...plan.targets, ...plan.deadlines];
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
    expect(
      plan.sections.every(
        (section) => section.parentId === null || plan.sections.some((one) => one.id === section.parentId),
      ),
    ).toBe(true);
  });
});

function unitFields(
  lead: readonly string[],
  leadIds: readonly string[],
  coordinating: readonly string[],
  coordinatingIds: readonly string[],
) {
  return { lead: lead.map(printed), leadIds, coordinating: coordinating.map(printed), coordinatingIds };
}

function taskFields(task: PlanTask) {
  return {
    origin: task.origin,
    group: [task.group?.label, printed(task.group?.heading)],
    no: task.no,
    title: printed(task.title),
    due: printed(task.due.text),
    kind: task.due.kind,
    ...unitFields(task.lead, task.leadIds, task.coordinating, task.coordinatingIds),
  };
}

function goldTaskFields(task: GoldTask) {
  return {
    origin: task.origin,
    group: [task.group.roman, printed(task.group.heading)],
    no: task.no,
    title: printed(task.title),
    due: printed(task.due),
    kind: task.due_kind ?? 'none',
    ...unitFields(task.lead, task.lead_ids, task.coordinating, task.coordinating_ids),
  };
}

/** Pairs facts with gold, the likest first, each once; what has no partner on either side is missing or invented. 0 = no match. */
function pair<F, G>(found: readonly F[], expected: readonly G[], likeness: (fact: F, wanted: G) => number) {
  const scored = expected.flatMap((wanted) => found.map((fact) => ({ fact, wanted, score: likeness(fact, wanted) })));
  const facts = new Set(found);
  const missing = new Set(expected);
  for (const { fact, wanted } of scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)) {
    if (!facts.has(fact) || !missing.has(wanted)) continue;
    facts.delete(fact);
    missing.delete(wanted);
  }
  return { missing: [...missing], invented: [...facts] };
}

/** Found by title or by quote, and led by the same units. */
function dutyLikeness(duty: PlanTask, wanted: GoldTask): number {
  if (duty.leadIds.join() !== wanted.lead_ids.join()) return 0;
  const title = overlap(duty.title, wanted.title);
  return words(duty.quote.text).includes(words(wanted.quote)) ? 1 + title : title >= 0.7 ? title : 0;
}

/** Found by the time as printed and by a phrase of the quote. */
function deadlineLikeness(deadline: PlanDeadline, wanted: GoldDeadline): number {
  const [when, wantedWhen] = [words(deadline.when), words(wanted.when_text)];
  const quotes = `${deadline.quote.text} ${deadline.what}`;
  if (!when.includes(wantedWhen) && !wantedWhen.includes(when)) return 0;
  if (words(quotes).includes(words(wanted.quote))) return 2;
  return sharesPhrase(wanted.quote, quotes) ? 1 + overlap(wanted.quote, deadline.quote.text) / 2 : 0;
}

test('duties: every one found with the right unit, none invented', () => {
  const results = WARDS.map((ward) =>
    pair(
      planOf(ward).plan.tasks.filter((task) => task.origin === 'organisation'),
      gold.tasks.filter((task) => task.ward === ward && task.origin === 'organisation'),
      dutyLikeness,
    ),
  );
  expect(results.flatMap((result) => result.missing.map((duty) => duty.id))).toEqual([]);
  expect(results.flatMap((result) => result.invented.map((duty) => duty.title))).toEqual([]);
});

test('deadlines: every one found with its time, none invented', () => {
  const results = WARDS.map((ward) =>
    pair(
      planOf(ward).plan.deadlines,
      gold.deadlines.filter((one) => one.ward === ward),
      deadlineLikeness,
    ),
  );
  expect(results.flatMap((result) => result.missing.map((deadline) => deadline.id))).toEqual([]);
  expect(results.flatMap((result) => result.invented.map((deadline) => deadline.what))).toEqual([]);
});

test('deadlines of reports: the day of every year is the printed one, no year or recurrence is added', () => {
  const rules = (ward: string): string[] =>
    planOf(ward)
      .plan.deadlines.filter((one) => one.kind === 'reporting')
      .map((one) => one.rule);
  expect(rules('hoang-mai')).toEqual(['before-11-15-recurrence-not-stated']);
  expect(rules('nguyen-dai-nang')).toContain('yearly-11-30');
  expect(rules('tran-lieu')).toContain('yearly-12-05');
  expect(rules('phuong-001')).toEqual(['half-yearly+yearly-no-date']);
});

test('warnings name what each plan lacks or says twice', () => {
  const kinds = (ward: string): string[] =>
    [...new Set(planOf(ward).plan.warnings.map((warning) => warning.kind))].sort();
  expect(kinds('hoang-mai')).toEqual(['missing_annex', 'no_date', 'no_number', 'year_not_stated']);
  expect(kinds('phuong-001')).toEqual(['no_date', 'no_number', 'ward_name_unknown']);
  expect(kinds('nguyen-dai-nang')).toEqual(['contradiction', 'ward_name_varies']);
  expect(kinds('yen-hoa')).toEqual(['missing_annex', 'missing_section', 'no_date', 'no_number']);
  expect(kinds('tran-lieu')).toEqual(['annex_stops_early', 'due_before_issue']);
});

test('contradictions show both values with their places', () => {
  const { warnings, targets } = planOf('nguyen-dai-nang').plan;
  const told = warnings.filter((warning) => warning.kind === 'contradiction');
  const pairs = told.map((warning) =>
    warning.about
      .map((id) => targets.find((target) => target.id === id))
      .map((target) => `${target?.annex ?? ''} ${target?.no ?? ''}`.trim()),
  );
  expect(pairs).toContainEqual(['I 1.2', 'II 21']);
  expect(pairs).toContainEqual(['I 8', 'II 27']);
  expect(pairs).toContainEqual(['I 10.1', 'II 10']);
  expect(pairs).toContainEqual(['I 10.5', 'II 15']);
  expect(pairs).toContainEqual(['I 1.5', '']);
  expect(told.every((warning) => warning.quotes.length === 2)).toBe(true);
  expect(told.find((warning) => warning.text.includes('toàn trình'))?.text).toContain(
    'năm 2030: 90% (Phụ lục I, mục 1.2) và 100% (Phụ lục II, mục 21)',
  );
});

test('a figure in running text is a target with its sentence', () => {
  const [share] = planOf('phuong-001').plan.targets.filter((target) => target.quote.text.includes('1,0%'));
  expect(share).toMatchObject({ origin: 'body', unit: '%', values: { '': 'tối thiểu 1,0%' } });
  expect(planOf('hoang-mai').plan.targets).toEqual([]);
  expect(planOf('yen-hoa').plan.targets).toEqual([]);
});

test('text for display is repaired and each repair is logged', () => {
  const shown = (ward: string): string =>
    planOf(ward)
      .plan.sections.flatMap((section) => [
        section.title ?? '',
        ...section.paragraphs.map((paragraph) => paragraph.text),
      ])
      .join('\n');
  const kinds = (ward: string): string[] => [...new Set(planOf(ward).plan.repairs.map((repair) => repair.kind))];
  expect(shown('phuong-001')).toContain('1703/SKHCN-CNTT&CĐS');
  expect(shown('phuong-001') === shown('phuong-001').normalize('NFC')).toBe(true);
  expect(shown('nguyen-dai-nang')).not.toMatch(/<p>|\$|\\geq|\*/);
  expect(shown('tran-lieu')).not.toContain('CỘNG HÒA XÃ HỘI');
  expect(kinds('tran-lieu')).toContain('displaced_letterhead');
  expect(kinds('phuong-001')).toEqual(expect.arrayContaining(['joined_lines', 'broken_hyphen', 'nfc', 'page_number']));
  expect(kinds('nguyen-dai-nang')).toEqual(
    expect.arrayContaining(['latex', 'html', 'markdown', 'repeated_header', 'joined_row']),
  );
});
