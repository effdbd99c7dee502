import type { Concept } from '@phuong-so/shared/domain/understanding';
import { plainNumber, type Snippet } from './snippets.ts';
import type { WardLexicon } from './ward-lexicon.ts';

export interface Ranked<S extends Snippet = Snippet> {
  readonly snippet: S;
  /** Comparable within one question. */
  readonly score: number;
  /** Share of what the question is about that the snippet (or its surroundings) says, rare things counting more: 0..1. */
  readonly coverage: number;
  /** The same, the snippet's own words only. */
  readonly ownCoverage: number;
}

/** How much a match counts by where it stands. */
const PLACE = { own: 1, near: 0.45, far: 0.3 } as const;
/** A wording of plans for what was typed counts nearly as much as the typed words themselves. */
const OTHER_WORDING = 0.9;
/** A second wording of the same thing in one snippet adds this share of its own worth. */
const SECOND_WORDING = 0.2;
/** All syllables of a phrase, but apart. */
const APART = 0.45;
/** A syllable of a longer run found without its neighbours says little in Vietnamese. */
const LONE_SYLLABLE = 0.35;
/** A word that no snippet holds counts this much of the rarest: people tell stories with many such words. */
const UNKNOWN = 0.2;
/** A thing that the glossary knows and the plan never says counts more: it is what the question is about. */
const UNKNOWN_THING = 0.6;
/** A lone syllable typed with other marks than the text's is another word: "thứ" is not "thủ". */
const OTHER_MARKS = 0.15;
/** Long snippets match by chance: BM25's length factor, mild. */
const LENGTH = 0.25;

/** "Trên đây là Kế hoạch …" repeats the title and answers nothing. */
const CLOSING = 0.5;

function isClosing(snippet: Snippet): boolean {
  return snippet.own.startsWith(' tren day la ');
}

/** Of what a story tells and the snippet does not say, this share counts as left unanswered. */
const STORY_LEFT = 0.15;

function mostOfStory({ got, most }: Gain): number {
  return got + STORY_LEFT * Math.max(0, most - got);
}

interface Gain {
  readonly got: number;
  readonly own: number;
  readonly most: number;
}

/** Ranks snippets by what they say about the concepts of a question. Snippets that say nothing are left out. */
export function rankSnippets<S extends Snippet>(
  concepts: readonly Concept[],
  snippets: readonly S[],
  lexicon: WardLexicon,
): Ranked<S>[] {
  const readers = concepts.map((concept) => conceptReader(concept, lexicon));
  return snippets
    .map((snippet) => {
      const gains = readers.map((read) => read(snippet));
      const most = sum(gains.map((gain, at) => (concepts[at]?.story ? mostOfStory(gain) : gain.most)));
      const got = sum(gains.map((gain) => gain.got));
      const stretch = 1 - LENGTH + (LENGTH * snippet.length) / lexicon.averageLength;
      return {
        snippet,
        score: (got / Math.max(0.7, stretch)) * (isClosing(snippet) ? CLOSING : 1),
        coverage: most === 0 ? 0 : got / most,
        ownCoverage: most === 0 ? 0 : sum(gains.map((gain) => gain.own)) / most,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

type Reader = (snippet: Snippet) => Gain;

function conceptReader(concept: Concept, lexicon: WardLexicon): Reader {
  return concept.means.length > 0 ? wordingReader(concept, lexicon) : runReader(concept, lexicon);
}

/** A concept with other wordings: the best wording found counts. */
function wordingReader(concept: Concept, lexicon: WardLexicon): Reader {
  const wordings = [concept.typed, ...concept.means].map((syllables, index) => ({
    syllables,
    phrase: syllables.join(' '),
    factor: index === 0 ? 1 : OTHER_WORDING,
  }));
  const known = wordings.filter(({ phrase }) => lexicon.frequency(phrase) > 0);
  const rarities = known.map(({ phrase }) => lexicon.rarity(phrase));
  const most = concept.weight * (known.length > 0 ? Math.max(...rarities) : lexicon.rarity('\u0000') * UNKNOWN_THING);
  return (snippet) => {
    const found = known.map(({ syllables, phrase, factor }) => {
      const worth = concept.weight * factor * lexicon.rarity(phrase);
      const at = placeOf(snippet, syllables, phrase);
      return { got: worth * at.any, own: worth * at.own };
    });
    return { got: bestAndNext(found.map(({ got }) => got)), own: bestAndNext(found.map(({ own }) => own)), most };
  };
}

function placeOf(snippet: Snippet, syllables: readonly string[], phrase: string): { any: number; own: number } {
  const wanted = ` ${phrase} `;
  if (snippet.own.includes(wanted)) return { any: PLACE.own, own: PLACE.own };
  const apart =
    syllables.length > 1 && syllables.every((syllable) => snippet.own.includes(` ${syllable} `)) ? APART : 0;
  const around = snippet.near.includes(wanted) ? PLACE.near : snippet.far.includes(wanted) ? PLACE.far : 0;
  return { any: Math.max(apart, around), own: apart };
}

/** The best wording counts; a second one beside it makes the match surer. */
function bestAndNext(gains: readonly number[]): number {
  const [best = 0, next = 0] = [...gains].sort((a, b) => b - a);
  return best + SECOND_WORDING * next;
}

/** Plain words in a row: pairs that stand together count fully, lone syllables little. */
function runReader(concept: Concept, lexicon: WardLexicon): Reader {
  const typed = concept.typed.map((word) => spelling(plainNumber(word), lexicon));
  const words = typed.map((word, index) => {
    const next = typed[index + 1];
    const before = typed[index - 1];
    return {
      word,
      pairs: [before === undefined ? null : `${before} ${word}`, next === undefined ? null : `${word} ${next}`].filter(
        (pair) => pair !== null,
      ),
      worth: concept.weight * wordRarity(word, lexicon),
      lone: concept.typed.length === 1 ? 1 : LONE_SYLLABLE,
      marked: concept.marked[index] === concept.typed[index] ? null : (concept.marked[index] ?? null),
    };
  });
  const most = sum(words.map(({ worth }) => worth));
  return (snippet) => {
    let got = 0;
    let own = 0;
    for (const { word, pairs, worth, lone, marked } of words) {
      const sameMarks = marked === null || snippet.ownMarked.includes(` ${marked} `);
      const at = wordPlace(snippet, word, pairs, lone * (sameMarks ? 1 : OTHER_MARKS));
      got += worth * at.any;
      own += worth * at.own;
    }
    return { got, own, most };
  };
}

/** A shorter word with a slip could be too many others. */
const SHORTEST_MISSPELT = 4;

/** The plans' own spelling of a word that they do not have but for one slip. */
function spelling(word: string, lexicon: WardLexicon): string {
  if (word.length < SHORTEST_MISSPELT || /\d/.test(word) || lexicon.frequency(word) > 0) return word;
  return lexicon.nearest(word) ?? word;
}

function wordRarity(word: string, lexicon: WardLexicon): number {
  return lexicon.frequency(word) > 0 ? lexicon.rarity(word) : lexicon.rarity('\u0000') * UNKNOWN;
}

function wordPlace(
  snippet: Snippet,
  word: string,
  pairs: readonly string[],
  lone: number,
): { any: number; own: number } {
  if (pairs.some((pair) => snippet.own.includes(` ${pair} `))) return { any: PLACE.own, own: PLACE.own };
  const here = snippet.own.includes(` ${word} `) ? lone : 0;
  const near = pairs.some((pair) => snippet.near.includes(` ${pair} `)) ? PLACE.near : 0;
  const far = pairs.some((pair) => snippet.far.includes(` ${pair} `)) ? PLACE.far : 0;
  return { any: Math.max(here, near, far), own: here };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
