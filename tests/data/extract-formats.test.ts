import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unitsFileSchema } from '@phuong-so/shared/content/units';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { SourceText } from '@phuong-so/shared/text/source-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ExtractOutput, toExtractOutput } from '../../bot-server/src/ingestion/parse-plan/extract-output.ts';
import { parsePlan } from '../../bot-server/src/ingestion/parse-plan/parse-plan.ts';
import { readDocument } from '../../bot-server/src/ingestion/read-document/read-document.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const plans = path.join(root, 'tests/fixtures/plans');
const names = readdirSync(plans);
const expectedOf = (name: string): string => name.replace(/\.\w+$/, '.expected.json');
const files = names.filter((name) => /\.(?:docx|pdf|md|txt)$/.test(name) && names.includes(expectedOf(name)));

const text = z.string();
const expectedSchema = z.object({
  document: z.record(text, z.union([text, z.array(text)])),
  basis_numbers: z.array(text),
  outline: z.array(z.tuple([text, text])),
  duties: z.array(z.object({ lead: text, title: text })),
  deadlines: z.array(z.object({ when: text, rule: text.optional() })),
  tasks: z.array(z.record(text, z.unknown())),
  targets: z.array(z.object({ values: z.record(text, text.nullable()) }).loose()),
});

/** Facts are compared without looking at line breaks, capitals and the space in "≥ 60". */
function plain(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(/([≥≤]) /g, '$1')
      .toLowerCase();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The expected keys of a fact, so that what a fixture leaves open is not compared. */
function pick(fact: object, like: object): unknown {
  return plain(Object.fromEntries(Object.entries(fact).filter(([key]) => key in like)));
}

function pickAll(facts: readonly object[], expected: readonly object[]): unknown[] {
  return facts.map((fact, index) => pick(fact, expected[index] ?? {}));
}

test('every format is measured', () => {
  expect(new Set(files.map((name) => path.extname(name)))).toEqual(new Set(['.docx', '.pdf', '.md', '.txt']));
});

describe.each(files)('%s', (name) => {
  const facts = expectedSchema.parse(JSON.parse(readFileSync(path.join(plans, expectedOf(name)), 'utf8')));
  let found: ExtractOutput;
  let source: SourceText;
  beforeAll(async () => {
    const read = await readDocument(name, new Uint8Array(readFileSync(path.join(plans, name))));
    const { units } = unitsFileSchema.parse(parse(readFileSync(path.join(root, 'data/units.yaml'), 'utf8')));
    source = new SourceText(read.text);
    found = toExtractOutput(parsePlan(read, new UnitDirectory(units)));
  });

  test.each(Object.keys(facts.document))('document: %s', (key) => {
    expect(plain(found.document[key as keyof ExtractOutput['document']])).toEqual(plain(facts.document[key]));
  });

  test('legal bases', () => {
    for (const number of facts.basis_numbers) expect(found.document.legal_bases.join('\n')).toContain(number);
  });

  test('outline of the body', () => {
    const annexes = found.outline.findIndex((section) => /^phụ lục/i.test(section.label));
    const body = found.outline
      .slice(0, annexes < 0 ? found.outline.length : annexes)
      .flatMap(({ label, title }) => (title === null ? [] : [[label, title]]));
    expect(plain(body)).toEqual(plain(facts.outline));
  });

  test('every task of the annexes, each field as printed', () => {
    const tasks = found.tasks.filter((task) => task.origin === 'appendix');
    expect(pickAll(tasks, facts.tasks)).toEqual(plain(facts.tasks));
  });

  test('every target of the annexes, each year', () => {
    const targets = found.targets.filter((target) => target.origin === 'appendix');
    expect(pickAll(targets, facts.targets)).toEqual(plain(facts.targets));
  });

  test('duties of the units', () => {
    const duties = found.tasks.filter((task) => task.origin === 'organisation');
    for (const duty of facts.duties) {
      const match = duties.find((one) => String(plain(one.title)).includes(String(plain(duty.title)).slice(0, 40)));
      expect(plain(match?.lead)).toEqual([plain(duty.lead)]);
    }
  });

  test('deadlines', () => {
    for (const expected of facts.deadlines) {
      const match = found.deadlines.find((deadline) => deadline.when.includes(expected.when));
      expect(match, expected.when).toBeDefined();
      if (expected.rule !== undefined) expect(match?.rule).toBe(expected.rule);
    }
  });

  test('every quote stands in the document', () => {
    const quotes = [...found.tasks, ...found.targets, ...found.deadlines].map((fact) => fact.quote);
    expect(quotes.filter((quote) => !source.contains(quote))).toEqual([]);
  });
});
