import type { Concept } from '@phuong-so/shared/domain/understanding';
import { plainNumber } from '@phuong-so/shared/text/tokens';
import type { Snippet } from '../ports/ward-facts.ts';
import type { Found, WardLexicon } from './ward-lexicon.ts';
import type { Holding } from './word-places.ts';

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
const CLOSING_WORDS = 'tren day la';

/** Of what a story tells and the snippet does not say, this share counts as left unanswered. */
const STORY_LEFT = 0.15;

/** What a snippet gains by one concept. */
interface Gain {
  got: number;
  own: number;
}

/** Ranks snippets by what they say about the concepts of a question. Snippets that say nothing are left out. */
export function rankSnippets<S extends Snippet>(
  concepts: readonly Concept[],
  snippets: readonly S[],
  lexicon: WardLexicon,
): Ranked<S>[] {
  const readers = concepts.map((concept) => ({ ...conceptReader(concept, lexicon), isStory: concept.story }));
  const closing = lexicon.find(CLOSING_WORDS).holding;
  const ranked: Ranked<S>[] = [];
  for (const snippet of snippets) {
    const gain = { got: 0, own: 0 };
    let most = 0;
    for (const reader of readers) {
      const before = gain.got;
      reader.read(snippet.strands, gain);
      const got = gain.got - before;
      most += reader.isStory ? got + STORY_LEFT * Math.max(0, reader.most - got) : reader.most;
    }
    if (gain.got === 0) continue;
    const stretch = 1 - LENGTH + (LENGTH * lexicon.lengthOf(snippet)) / lexicon.averageLength;
    const isClosing = holds(closing, snippet.strands.own) && snippet.own.startsWith(` ${CLOSING_WORDS} `);
    ranked.push({
      snippet,
      score: (gain.got / Math.max(0.7, stretch)) * (isClosing ? CLOSING : 1),
      coverage: most === 0 ? 0 : gain.got / most,
      ownCoverage: most === 0 ? 0 : gain.own / most,
    });
  }
  return ranked.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** The strands of a snippet that is read. */
type Texts = Snippet['strands'];

interface Reader {
  /** What a snippet gains that says all of the concept. */
  readonly most: number;
  /** Adds what the snippet gains. */
  readonly read: (texts: Texts, gain: Gain) => void;
}

function holds(holding: Holding | null, strand: number): boolean {
  return holding !== null && holding[strand] === 1;
}

function conceptReader(concept: Concept, lexicon: WardLexicon): Reader {
  return concept.means.length > 0 ? wordingReader(concept, lexicon) : runReader(concept, lexicon);
}

/** A concept with other wordings: the best wording found counts. */
function wordingReader(concept: Concept, lexicon: WardLexicon): Reader {
  const known = [concept.typed, ...concept.means]
    .map((syllables, index) => {
      const found = lexicon.find(syllables.join(' '));
      const factor = index === 0 ? 1 : OTHER_WORDING;
      return { syllables, found, worth: concept.weight * factor * lexicon.rarity(found) };
    })
    .filter(({ found }) => found.frequency > 0)
    .map((wording) => ({ ...wording, apart: wording.syllables.map((syllable) => lexicon.find(syllable).holding) }));
  const rarities = known.map(({ found }) => lexicon.rarity(found));
  const most = concept.weight * (known.length > 0 ? Math.max(...rarities) : lexicon.rarity(NOWHERE) * UNKNOWN_THING);
  const read = (texts: Texts, gain: Gain): void => {
    const got = new BestAndNext();
    const own = new BestAndNext();
    for (const { found, apart, worth } of known) {
      const here = placeWithin(texts, found, apart);
      const around = holds(found.holding, texts.near) ? PLACE.near : holds(found.holding, texts.far) ? PLACE.far : 0;
      got.add(worth * Math.max(here, around));
      own.add(worth * here);
    }
    gain.got += got.sum;
    gain.own += own.sum;
  };
  return { most, read };
}

const NOWHERE: Found = { holding: null, frequency: 0 };

/** What a wording counts by how it stands in the snippet's own text. */
function placeWithin({ own }: Texts, { holding }: Found, syllables: readonly (Holding | null)[]): number {
  if (holds(holding, own)) return PLACE.own;
  return syllables.length > 1 && syllables.every((syllable) => holds(syllable, own)) ? APART : 0;
}

/** The best wording counts; a second one beside it makes the match surer. */
class BestAndNext {
  #best = 0;
  #next = 0;

  add(gain: number): void {
    if (gain > this.#best) {
      this.#next = this.#best;
      this.#best = gain;
    } else if (gain > this.#next) this.#next = gain;
  }

  get sum(): number {
    return this.#best + SECOND_WORDING * this.#next;
  }
}

/** Plain words in a row: pairs that stand together count fully, lone syllables little. */
function runReader(concept: Concept, lexicon: WardLexicon): Reader {
  const typed = concept.typed.map((word) => spelling(plainNumber(word), lexicon));
  const pairs = typed.slice(1).map((word, index) => lexicon.find(`${typed[index]} ${word}`).holding);
  const lone = concept.typed.length === 1 ? 1 : LONE_SYLLABLE;
  const words = typed.map((word, index) => {
    const found = lexicon.find(word);
    const marked = concept.marked[index] ?? null;
    const isMarked = marked !== null && marked !== concept.typed[index];
    return {
      word: found.holding,
      before: pairs[index - 1] ?? null,
      after: pairs[index] ?? null,
      worth: concept.weight * wordRarity(found, lexicon),
      marked: isMarked ? lexicon.find(marked).holding : null,
      isMarked,
    };
  });
  const most = words.reduce((total, { worth }) => total + worth, 0);
  const read = (texts: Texts, gain: Gain): void => {
    let got = 0;
    let own = 0;
    for (const { word, before, after, worth, marked, isMarked } of words) {
      if (holds(before, texts.own) || holds(after, texts.own)) {
        got += worth * PLACE.own;
        own += worth * PLACE.own;
        continue;
      }
      const sameMarks = !isMarked || holds(marked, texts.ownMarked);
      const here = holds(word, texts.own) ? lone * (sameMarks ? 1 : OTHER_MARKS) : 0;
      const near = holds(before, texts.near) || holds(after, texts.near) ? PLACE.near : 0;
      const far = holds(before, texts.far) || holds(after, texts.far) ? PLACE.far : 0;
      got += worth * Math.max(here, near, far);
      own += worth * here;
    }
    gain.got += got;
    gain.own += own;
  };
  return { most, read };
}

/** A shorter word with a slip could be too many others. */
const SHORTEST_MISSPELT = 4;

/** The plans' own spelling of a word that they do not have but for one slip. */
function spelling(word: string, lexicon: WardLexicon): string {
  if (word.length < SHORTEST_MISSPELT || /\d/.test(word) || lexicon.find(word).frequency > 0) return word;
  return lexicon.nearest(word) ?? word;
}

function wordRarity(found: Found, lexicon: WardLexicon): number {
  return found.frequency > 0 ? lexicon.rarity(found) : lexicon.rarity(NOWHERE) * UNKNOWN;
}
