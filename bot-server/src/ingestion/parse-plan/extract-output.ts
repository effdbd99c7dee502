import { DUE_KINDS } from '@phuong-so/shared/domain/due-date';
import type { DueDate, LegalBasis, ParsedPlan, PlanSection, PlanTask } from '@phuong-so/shared/domain/plan';
import { z } from 'zod';

const text = z.string();
const texts = z.array(text);

/** What `extract` prints: contract, "What the plan parser prints". */
export const extractOutputSchema = z.strictObject({
  document: z.strictObject({
    number: text.nullable(),
    date: text.nullable(),
    title: text.nullable(),
    issuer: text.nullable(),
    ward_name: text.nullable(),
    province: text.nullable(),
    signer: text.nullable(),
    signer_position: text.nullable(),
    signed_for: text.nullable(),
    legal_bases: texts,
    cited_documents: texts,
    recipients: texts,
  }),
  outline: z.array(z.strictObject({ level: z.int(), label: text, title: text.nullable() })),
  tasks: z.array(
    z.strictObject({
      group: text.nullable(),
      no: text,
      title: text,
      lead: texts,
      coordinating: texts,
      due: text.nullable(),
      due_kind: z.enum(DUE_KINDS),
      due_date: text.nullable(),
      output: text.nullable(),
      origin: text,
      quote: text,
    }),
  ),
  targets: z.array(
    z.strictObject({
      no: text.nullable(),
      group: text.nullable(),
      name: text,
      unit: text.nullable(),
      values: z.record(z.string(), text.nullable()),
      lead: texts,
      coordinating: texts,
      output: text.nullable(),
      annex: text.nullable(),
      origin: text,
      quote: text,
    }),
  ),
  deadlines: z.array(
    z.strictObject({
      kind: text,
      what: text,
      when: text,
      rule: text,
      who: text.nullable(),
      to_whom: text.nullable(),
      quote: text,
    }),
  ),
  warnings: z.array(z.strictObject({ kind: text, text: text, quotes: texts })),
});
export type ExtractOutput = z.infer<typeof extractOutputSchema>;

/** The plan in the shape that the contract promises to the outside. */
export function toExtractOutput(plan: ParsedPlan): ExtractOutput {
  const { document } = plan;
  const named = (role: LegalBasis['role']): string[] =>
    document.legalBases.filter((basis) => basis.role === role).map(basisText);
  return {
    document: {
      number: document.number,
      date: document.date,
      title: document.title,
      issuer: document.issuer,
      ward_name: document.wardName,
      province: document.province,
      signer: document.signer?.name ?? null,
      signer_position: document.signer?.position || null,
      signed_for: document.signer?.signedFor ?? null,
      legal_bases: named('basis'),
      cited_documents: named('cited'),
      recipients: [...document.recipients],
    },
    outline: plan.sections
      .filter((section) => section.level > 0)
      .map((section) => ({ level: section.level, label: labelOf(section), title: section.title })),
    tasks: plan.tasks.map(taskOutput),
    targets: plan.targets.map((target) => ({
      no: target.no,
      group: target.group?.heading ?? null,
      name: target.name,
      unit: target.unit,
      values: { ...target.values },
      lead: [...target.lead],
      coordinating: [...target.coordinating],
      output: target.output,
      annex: target.annex,
      origin: target.origin,
      quote: target.quote.text,
    })),
    deadlines: plan.deadlines.map((deadline) => ({
      kind: deadline.kind,
      what: deadline.what,
      when: deadline.when,
      rule: deadline.rule,
      who: deadline.who,
      to_whom: deadline.toWhom,
      quote: deadline.quote.text,
    })),
    warnings: plan.warnings.map((warning) => ({
      kind: warning.kind,
      text: warning.text,
      quotes: warning.quotes.map((quote) => quote.text),
    })),
  };
}

function taskOutput(task: PlanTask): ExtractOutput['tasks'][number] {
  return {
    group: task.group?.heading ?? null,
    no: task.no,
    title: task.title,
    lead: [...task.lead],
    coordinating: [...task.coordinating],
    due: task.due.text,
    due_kind: task.due.kind,
    due_date: dueDay(task.due),
    output: task.output,
    origin: task.origin,
    quote: task.quote.text,
  };
}

/** The last day in time. Work that starts in a year and has no end prints that year's last day, as the year is all the plan says. */
function dueDay(due: DueDate): string | null {
  if (due.lastDay !== null) return due.lastDay;
  return due.kind === 'year' && due.firstDay !== null ? `${due.firstDay.slice(0, 4)}-12-31` : null;
}

function labelOf(section: PlanSection): string {
  return /^[a-zđ]$/.test(section.label) ? `${section.label})` : section.label;
}

function basisText(basis: LegalBasis): string {
  const isNamed = basis.number?.startsWith(basis.type);
  const number = basis.number === null ? '' : ` số ${basis.number}`;
  const date = basis.date === null ? '' : ` ngày ${basis.date}`;
  const issuer = basis.issuer === null ? '' : ` của ${basis.issuer}`;
  return `${isNamed ? basis.number : `${basis.type}${number}`}${date}${issuer}`;
}
