import type { Citation } from '@phuong-so/shared/domain/answer';
import { padded } from '@phuong-so/shared/text/tokens';
import type { Snippet, WardDocument, WardFacts } from '../ports/ward-facts.ts';
import { citeFirst, placeName, sectionName } from './cite.ts';
import { factPlace } from './describe-fact.ts';
import { valueList } from './target-values.ts';
import { asTitle } from './wording.ts';

/** A fact in words that may be spoken from, and where it stands. */
export interface Shown {
  readonly text: string;
  readonly citation: Citation;
}

/** Longer texts are cut at a word: a model reads many of them. Characters. */
const LONGEST = 1_200;

/** A snippet as one line with everything that the plan says of it; null when no quote shows it. */
export function evidenceOf(facts: WardFacts, snippet: Snippet): Shown | null {
  const [citation] = citeFirst(
    snippet.document,
    facts.profile.key,
    snippet.quotes,
    placeOf(snippet),
    snippet.sectionId,
  );
  return citation ? { text: textOf(snippet).slice(0, LONGEST), citation } : null;
}

function textOf(snippet: Snippet): string {
  if (snippet.kind === 'task') {
    const { title, lead, coordinating, due, output } = snippet.task;
    return told(asTitle(title), [
      ['chủ trì', lead.join(', ')],
      ['phối hợp', coordinating.join(', ')],
      ['thời hạn', due.text],
      ['sản phẩm', output],
    ]);
  }
  if (snippet.kind === 'target') {
    const { name, lead, coordinating } = snippet.target;
    const values = valueList(snippet.target);
    return told(values === '' ? asTitle(name) : `${asTitle(name)}: ${values}`, [
      ['chủ trì', lead.join(', ')],
      ['phối hợp', coordinating.join(', ')],
    ]);
  }
  if (snippet.kind === 'deadline') {
    const { what, when, who, toWhom } = snippet.deadline;
    return told(`${what}: ${when}`, [
      ['ai làm', who],
      ['gửi', toWhom],
    ]);
  }
  return snippet.text;
}

/** "A; chủ trì: B; thời hạn: C", without what is not said. */
function told(first: string, more: readonly (readonly [string, string | null])[]): string {
  const said = more.filter(([, words]) => words !== null && words.trim() !== '');
  return [first, ...said.map(([label, words]) => `${label}: ${words?.trim()}`)].join('; ');
}

function placeOf(snippet: Snippet): string {
  if (snippet.kind === 'task') return factPlace({ document: snippet.document, fact: snippet.task });
  if (snippet.kind === 'target') return factPlace({ document: snippet.document, fact: snippet.target });
  if (snippet.kind === 'deadline') return placeName(snippet.deadline.quote.place);
  return snippet.sectionId ? sectionName(snippet.sectionId) : 'phần mở đầu';
}

/**
 * What a citation of an answer was read from: the snippet that its quote shows; null where none is, as with the names and
 * numbers at a plan's head and foot. A row comes before a sentence that merely holds it.
 */
export function evidenceOfCitation(facts: WardFacts, citation: Citation): Shown | null {
  const shows = facts.snippets.filter(
    ({ document, quotes }) =>
      document.documentId === citation.documentId &&
      quotes.some((quote) => quote.includes(citation.quote) || citation.quote.includes(quote)),
  );
  const said = padded(citation.quote);
  const best =
    shows.find(({ kind }) => kind === 'task' || kind === 'target') ??
    shows.find(({ own }) => said.includes(own.trim())) ??
    shows[0];
  // The answer's own citation stays: whoever compares sources finds the same quote.
  return best ? { text: textOf(best).slice(0, LONGEST), citation } : null;
}

const FIELDS = [
  ['number', 'Số văn bản', ({ number }) => number],
  ['title', 'Tên văn bản', ({ title }) => title],
  ['issuer', 'Cơ quan ban hành', ({ issuer }) => issuer],
  ['signer', 'Người ký', ({ signer }) => (signer ? [signer.name, signer.position].join(', ') : null)],
  ['recipients', 'Nơi nhận', ({ recipients }) => recipients.join('; ')],
] as const satisfies readonly (readonly [
  keyof WardDocument['plan']['document']['quotes'],
  string,
  (document: WardDocument['plan']['document']) => string | null,
])[];

/** What a plan says about itself: number, title, issuer, signer, recipients. */
export function documentEvidence(facts: WardFacts): Shown[] {
  return facts.documents.flatMap((document) =>
    FIELDS.flatMap(([field, label, read]) => {
      const quote = document.plan.document.quotes[field];
      const value = read(document.plan.document);
      if (!quote || !value) return [];
      const { place, text } = quote;
      const [citation] = citeFirst(document, facts.profile.key, [text], placeName(place), place.section);
      return citation ? [{ text: `${label}: ${value}`, citation }] : [];
    }),
  );
}
