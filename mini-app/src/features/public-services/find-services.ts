import { foldMarks } from '@phuong-so/shared/text/fold';
import type { ServiceCard } from '../../api/phuong-so-api.ts';
import { likeness, type SearchText, searchText } from './search-text.ts';

/** Where a word stands says how much it tells: people's own names for a procedure count as much as its title. */
const WEIGHTS = { names: 1, situations: 0.8, rest: 0.5 } as const;
/** Two sought words that stand side by side in a name of the procedure. */
const PAIR_BONUS = 0.6;
/** Share of what was sought, by how much the words tell, that a procedure must hold: whole sentences hold much beside it. */
const leastShare = (words: number) => (words <= 3 ? 0.55 : words <= 5 ? 0.45 : 0.35);
/** What follows the best by more than this share of its score is not shown. */
const LEAST_OF_BEST = 0.5;

interface Searchable {
  readonly service: ServiceCard;
  readonly names: SearchText;
  readonly situations: SearchText;
  readonly rest: SearchText;
}

/**
 * Services that hold what was sought, the likeliest first; tone marks do not matter, and neither do words that every
 * sentence has. The last word may be the beginning of one, as while typing. Nothing sought = all, in their order.
 */
export function findServices(services: readonly ServiceCard[], sought: string): readonly ServiceCard[] {
  const words = wordsOf(sought);
  if (words.length === 0) return services;
  const texts = searchableOf(services);
  const worth = words.map((word, at) => worthOf(word, at === words.length - 1, texts));
  const whole = worth.reduce((sum, one) => sum + one, 0);
  const scored = texts.map((text) => ({ service: text.service, score: scoreOf(text, words, worth) / whole }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= leastShare(words.length) && score >= best * LEAST_OF_BEST)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service);
}

/** Words that say nothing of which procedure is meant. Folded. */
const SAYS_NOTHING = new Set(
  'toi em minh bac chau con muon can xin lam cho thi la o dau nao the gi duoc khong phai nhu de bi ve va voi khi a oi nha hoi cach may'.split(
    ' ',
  ),
);

function wordsOf(sought: string): readonly string[] {
  const all = foldMarks(sought)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const telling = all.filter((word) => !SAYS_NOTHING.has(word));
  return telling.length === 0 ? all : telling;
}

/** Made once for a list: somebody types letter by letter. */
const made = new WeakMap<readonly ServiceCard[], readonly Searchable[]>();

function searchableOf(services: readonly ServiceCard[]): readonly Searchable[] {
  const known = made.get(services) ?? services.map(toSearchable);
  made.set(services, known);
  return known;
}

function toSearchable(service: ServiceCard): Searchable {
  const { title, also, situations, field, summary } = service;
  return {
    service,
    names: searchText([title, ...also]),
    situations: searchText(situations),
    rest: searchText([field, summary]),
  };
}

/** A word that few procedures have tells more; one that none has is missed. */
function worthOf(word: string, mayBeBegun: boolean, texts: readonly Searchable[]): number {
  const having = texts.filter((text) =>
    [text.names, text.situations, text.rest].some((part) => likeness(part, word, mayBeBegun) > 0),
  ).length;
  return Math.log((texts.length + 1) / (having === 0 ? 1.5 : having + 0.5)) + 0.2;
}

function scoreOf(text: Searchable, words: readonly string[], worth: readonly number[]): number {
  const last = words.length - 1;
  let score = 0;
  words.forEach((word, at) => {
    const own = worth[at] ?? 0;
    const weighed = (part: SearchText, weight: number) => likeness(part, word, at === last) * weight;
    score +=
      own *
      Math.max(
        weighed(text.names, WEIGHTS.names),
        weighed(text.situations, WEIGHTS.situations),
        weighed(text.rest, WEIGHTS.rest),
      );
    if (at < last) {
      const pair = `${word} ${words[at + 1]}`;
      const found = Math.max(
        likeness(text.names, pair, at + 1 === last),
        likeness(text.situations, pair, at + 1 === last),
      );
      score += own * PAIR_BONUS * found;
    }
  });
  return score;
}
