import type { Service } from '@phuong-so/shared/domain/library';
import type { ServicePart } from '@phuong-so/shared/domain/library-finding';
import { splitSentences } from '@phuong-so/shared/text/sentences';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';

/** A sentence of a service's file that says what the question asks in particular. */
export interface MatchingFact {
  readonly text: string;
  readonly score: number;
}

/** A pair of words side by side counts for more than words alone. */
const PAIR = 2;
/** A pair and a word beside it, or more: less is chance. */
const ENOUGH = 3;
const MOST = 3;
/** Where a time is asked, a sentence with one is worth telling. */
const SPAN = /\d+ (?:ngày|giờ|tháng|tuần)/u;

/** The sentences that have most of the question's words, best first. `words`: folded, the procedure's own name included. */
export function matchingFacts(
  service: Service,
  words: readonly string[],
  parts: readonly ServicePart[],
): MatchingFact[] {
  const asksTime = parts.includes('time');
  const name = new Set(foldedSyllables([service.title, ...service.also].join(' ')));
  const asked = new Set(words.filter((word) => word.length > 1 || /\d/.test(word)));
  const pairs = new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
  return sentencesOf(service)
    .map((text) => ({
      text,
      score: scored(foldedSyllables(text), asked, pairs, name) + (asksTime && SPAN.test(text) ? ENOUGH : 0),
    }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

function scored(
  said: readonly string[],
  asked: ReadonlySet<string>,
  pairs: ReadonlySet<string>,
  name: ReadonlySet<string>,
): number {
  const words = [...new Set(said)].filter((word) => asked.has(word) && !name.has(word)).length;
  const inPairs = said.slice(1).filter((word, at) => {
    const before = said[at] ?? '';
    return pairs.has(`${before} ${word}`) && !(name.has(before) && name.has(word));
  });
  return words + new Set(inPairs).size * PAIR;
}

function sentencesOf({
  who,
  papers,
  where,
  time,
  fee,
  result,
  mistakes,
  stepsCounter,
  stepsOnline,
}: Service): string[] {
  const facts = [who, ...papers.map(({ note }) => note), fee, time, result, where].flatMap((fact) => fact ?? []);
  const names = papers.map(({ name }) => name);
  const prose = [...facts, ...mistakes, ...stepsCounter, ...stepsOnline];
  return [...names, ...prose.flatMap((text) => text.split('\n')).flatMap(splitSentences)];
}
