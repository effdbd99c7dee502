import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { Answer } from '@phuong-so/shared/domain/answer';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { PlanIndex } from '../../ports/plan-index.ts';
import type { Snippet, WardFacts } from '../../ports/ward-facts.ts';
import { unitsWithin } from '../../understanding/units-within.ts';

/** A sentence of a worded answer, held against the plan once more and by other rules than those that let it through. */
export interface GroundedSentence {
  readonly text: string;
  /** Figures, document numbers and units of it that no single cited fact has; empty = it is grounded. */
  readonly strange: readonly string[];
}

type Directory = Parameters<typeof unitsWithin>[1];

/**
 * Every sentence of an answer that a model worded, with what of it no cited fact says. The facts are read anew from the
 * plan by the citation's quote; what the model was shown is not looked at. Empty for an answer of the rules.
 */
export function groundedSentences(answer: Answer, index: PlanIndex, units: Directory): GroundedSentence[] {
  if (!answer.generated) return [];
  const places = answer.citations.map(({ section }) => section);
  const facts = answer.citations.map((citation) => factsOf(citation, index));
  const ward = answer.citations[0]?.ward ?? null;
  const own = ward === null ? null : index.ward(ward);
  const directory = own ? unitsWithin(own, units) : units;
  const claimsOf = (text: string) => new Set([...figuresOf(text), ...directory.find(text).map(({ unit }) => unit.id)]);
  const known = facts.map(claimsOf);
  const lines = answer.text.split('\n').filter((line) => line !== AI_NOTICE);
  return lines.map((line) => {
    const claims = [...claimsOf(withoutPlace(line, places))];
    const missing = known.map((one) => claims.filter((claim) => !one.has(claim)));
    const strange = missing.sort((a, b) => a.length - b.length)[0] ?? claims;
    return { text: line, strange };
  });
}

/** Places in brackets are written by code. */
function withoutPlace(text: string, places: readonly string[]): string {
  return text.replace(/ \((?:mục )?([^()]*)\)/gu, (whole, place: string) => (places.includes(place) ? '' : whole));
}

function factsOf(citation: Answer['citations'][number], index: PlanIndex): string {
  const { ward, documentId, quote, document } = citation;
  const facts: WardFacts | null = ward === null ? null : index.ward(ward);
  const shown = (facts?.snippets ?? []).filter(
    (snippet) =>
      snippet.document.documentId === documentId &&
      snippet.quotes.some((one) => one.includes(quote) || quote.includes(one)),
  );
  return [quote, document, ...shown.map(printed)].join('\n');
}

function printed(snippet: Snippet): string {
  if (snippet.kind === 'task') {
    const { title, lead, coordinating, due, output } = snippet.task;
    return [title, ...lead, ...coordinating, due.text, output].join('\n');
  }
  if (snippet.kind === 'target') {
    const { name, values, printed: cells, unit, lead, coordinating } = snippet.target;
    const told = Object.entries({ ...cells, ...values }).map((pair) => pair.join(' '));
    return [name, unit, ...told, ...lead, ...coordinating].join('\n');
  }
  if (snippet.kind === 'deadline') {
    const { what, when, who, toWhom } = snippet.deadline;
    return [what, when, who, toWhom].join('\n');
  }
  return snippet.text;
}

/** Digits and document numbers as they stand. */
function figuresOf(text: string): string[] {
  const folded = foldMarks(text).replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  const numbers = [...folded.matchAll(/\d+/g)].map(([digits]) => String(Number(digits)));
  const documents = [...folded.matchAll(/\d+(?:\/\d+)?[-/][a-z]{2,}(?:[-/][a-z]+)*/g)].map(([name]) => name);
  return [...numbers, ...documents];
}
