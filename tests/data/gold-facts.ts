import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unitListSchema, unitsFileSchema } from '@phuong-so/shared/content/units';
import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { parse } from 'yaml';
import { z } from 'zod';
import { parsePlan } from '../../bot-server/src/ingestion/parse-plan/parse-plan.ts';
import { readDocument } from '../../bot-server/src/ingestion/read-document/read-document.ts';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const WARDS = ['hoang-mai', 'phuong-001', 'nguyen-dai-nang', 'yen-hoa', 'tran-lieu'] as const;

const text = z.string();
const texts = z.array(text);
const group = z.object({ heading: text, roman: text });
const ids = { lead: texts, lead_ids: texts, coordinating: texts, coordinating_ids: texts };

const taskSchema = z.object({
  id: text,
  ward: text,
  origin: z.enum(['appendix', 'body', 'organisation']),
  group,
  no: text,
  title: text,
  due: text.nullable(),
  due_kind: text.nullable(),
  due_iso: text.nullable(),
  quote: text,
  ...ids,
});
const targetSchema = z.object({
  id: text,
  ward: text,
  annex: text,
  group,
  no: text,
  name: text,
  unit_of_measure: text.nullable(),
  values: z.record(text, text.nullable()),
  output: text.nullable(),
  ...ids,
});
const deadlineSchema = z.object({ id: text, ward: text, kind: text, when_text: text, rule: text, quote: text });
const basisSchema = z.object({
  role: text,
  type: text,
  number: text.nullable(),
  date: text.nullable(),
  issuer: text.nullable(),
});
const documentSchema = z.object({
  ward: text,
  ward_name_as_written: texts,
  city_or_province: text.nullable(),
  number: text.nullable(),
  date: text.nullable(),
  title: text,
  signer: z.object({ name: text, position: text, signed_for: text }),
  recipients: texts,
  legal_bases: z.array(basisSchema),
});
interface OutlineNode {
  level: number;
  label: string;
  title: string | null;
  children?: OutlineNode[] | undefined;
}
const nodeSchema: z.ZodType<OutlineNode> = z.lazy(() =>
  z.object({ level: z.number(), label: text, title: text.nullable(), children: z.array(nodeSchema).optional() }),
);
const outlineSchema = z.object({ ward: text, sections: z.array(nodeSchema) });

export type GoldTask = z.infer<typeof taskSchema>;
export type GoldDeadline = z.infer<typeof deadlineSchema>;

function read<T>(name: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(JSON.parse(readFileSync(path.join(root, 'tests/fixtures/gold', name), 'utf8')));
}

export const gold = {
  tasks: read('tasks.json', taskSchema),
  targets: read('targets.json', targetSchema),
  deadlines: read('deadlines.json', deadlineSchema),
  documents: read('documents.json', documentSchema),
  outlines: read('outline.json', outlineSchema),
};

/** Sections of a gold outline in order of print. */
export function flatten(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children ?? [])]);
}

const wardSchema = z.object({ units: unitListSchema.default([]) });

/** The units of data/units.yaml, with a ward's own where it is named. */
export function unitsFor(ward: string | null): UnitDirectory {
  const common = unitsFileSchema.parse(parse(readFileSync(path.join(root, 'data/units.yaml'), 'utf8'))).units;
  if (ward === null) return new UnitDirectory(common);
  const own = wardSchema.parse(parse(readFileSync(path.join(root, `data/wards/${ward}/ward.yaml`), 'utf8')));
  return new UnitDirectory([...own.units, ...common]);
}

export interface ReadPlan {
  readonly plan: ParsedPlan;
  readonly source: string;
}

export async function readPlan(file: string, ward: string | null): Promise<ReadPlan> {
  const document = await readDocument(path.basename(file), readFileSync(file));
  return { plan: parsePlan(document, unitsFor(ward)), source: document.text };
}

/** As printed, without regard to white space, letter composition and a closing full stop. */
export function printed(value: string | null | undefined): string | null {
  return value == null ? null : value.normalize('NFC').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}

/** Every quote that a plan rests its facts on. */
export function allQuotes(plan: ParsedPlan): string[] {
  return [
    ...plan.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => paragraph.sentences.map((sentence) => sentence.quote)),
    ),
    ...[...plan.tasks, ...plan.targets].flatMap((fact) => [
      fact.quote.text,
      ...fact.moreQuotes.map((quote) => quote.text),
    ]),
    ...plan.deadlines.map((deadline) => deadline.quote.text),
    ...plan.document.legalBases.map((basis) => basis.quote.text),
    ...plan.warnings.flatMap((warning) => warning.quotes.map((quote) => quote.text)),
    ...Object.values(plan.document.quotes).flatMap((quote) => (quote ? [quote.text] : [])),
  ];
}
