import type { CueName } from '@phuong-so/shared/content/cues';
import { askingWeights } from '../asking-part.ts';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';
import { askedParts } from './asked-parts.ts';
import type { LibraryIndex } from './library-index.ts';
import { type RankedEntry, rankEntries } from './rank-entries.ts';

/** How far a question's words name one entry. */
export interface Naming {
  /** They name it well enough that it may be meant. */
  readonly found: boolean;
  /** They leave no doubt. */
  readonly sure: boolean;
  /** How much of the question they are, times how well they name it. */
  readonly strength: number;
}

interface Asked {
  readonly question: CleanQuestion;
  readonly cues: CueReading;
}

/** From here on an entry is found, and from there on without doubt. */
const FOUND = { score: 3.5, coverage: 0.6, strength: 1.5 } as const;
/** A short question that says nothing else may say less of a name. */
const ALL_SAID = { score: 2.8, coverage: 0.55, share: 0.8 } as const;
const IN_FULL = 0.95;
/** A question all of whose words fit an entry this strongly is about it. */
const NOTHING_ELSE = 3.5;
const SURE = { score: 6, coverage: 0.72, strength: 2.7 } as const;
/** Of two procedures the second is named as well when it is said in full and nearly as strongly. */
const NAMED = { coverage: 0.95, share: 0.85 } as const;
/** What a procedure asks for, named after it, is not what is asked about. */
const NEEDED = 0.55;
/** What is told around the asking counts less. */
const STORY = 0.6;

/** The entries whose names the question says, best first. */
export function rankByName(asked: Asked, index: LibraryIndex): RankedEntry[] {
  return headFirst(forPurpose(rankNeeds(asked, index), asked.cues));
}

export function namingOf(asked: Asked, one: RankedEntry): Naming {
  const share = shareOfContent(asked, one);
  const { score, coverage } = one;
  const strength = score * share;
  const isWhole = coverage >= IN_FULL && share >= ALL_SAID.share;
  const saysNothingElse = share >= IN_FULL && strength >= NOTHING_ELSE;
  const found =
    (score >= ALL_SAID.score && coverage >= ALL_SAID.coverage && share >= ALL_SAID.share) ||
    (score >= FOUND.score && coverage >= FOUND.coverage && strength >= FOUND.strength);
  const isStrong = score >= SURE.score && coverage >= SURE.coverage && strength >= SURE.strength;
  return { found, sure: found && (isWhole || saysNothingElse || isStrong), strength };
}

/** "Sao y căn cước": of two procedures that are both named, the first is done to the second. */
function headFirst(ranked: RankedEntry[]): RankedEntry[] {
  const [best, second, ...others] = ranked;
  if (best?.entry.kind !== 'service' || second?.entry.kind !== 'service') return ranked;
  const isNamed = second.coverage >= NAMED.coverage && second.score >= best.score * NAMED.share;
  const isBefore = Math.max(...second.tokens) < Math.min(...best.tokens);
  return isNamed && isBefore ? [second, best, ...others] : ranked;
}

/** "Đăng ký kết hôn có phải nộp giấy độc thân không": what comes after is needed for what comes before. */
function rankNeeds({ question, cues }: Asked, index: LibraryIndex): RankedEntry[] {
  const tokens = index.spelling.mend(question.tokens);
  const story = askingWeights(question, cues).map((weight) => (weight < 1 ? STORY : 1));
  const ranked = rankEntries(index, tokens, story);
  const [needs] = cues.at('needs');
  const isNamedBefore = ranked.some(
    (one) => one.coverage >= NAMED.coverage && needs !== undefined && [...one.tokens].every((at) => at < needs.from),
  );
  if (!needs || !isNamedBefore) return ranked;
  return rankEntries(
    index,
    tokens,
    story.map((weight, at) => (at >= needs.to ? weight * NEEDED : weight)),
  );
}

/** Who wants to learn is led to a course, who does not to a service. */
function forPurpose(ranked: readonly RankedEntry[], cues: CueReading): RankedEntry[] {
  const learns = cues.has('learn');
  return ranked
    .map((one) => {
      const factor = one.entry.kind === 'course' ? (learns ? 1.25 : 0.95) : learns ? 0.95 : 1;
      return { ...one, score: one.score * factor };
    })
    .sort((a, b) => b.score - a.score);
}

/** Lists whose phrases ask or keep company and name nothing. */
const EMPTY: readonly CueName[] = ['chatter', 'what', 'yes_no', 'greeting', 'thanks', 'list', 'do_what'];

/** Whether the question says anything beside what it asks of it: "lệ phí bao nhiêu" names nothing. */
export function namesSomething({ question, cues }: Asked): boolean {
  const spans = [...EMPTY.flatMap((name) => cues.at(name)), ...askedParts(cues, new Set())];
  const empty = new Set(spans.flatMap(({ from, to }) => range(from, to)));
  return question.tokens.some((_, at) => !empty.has(at));
}

/** How much of what the question names the entry explains: 0..1. */
function shareOfContent({ question, cues }: Asked, { tokens, details, entry }: RankedEntry): number {
  // A course speaks of everything that a plan speaks of, too.
  const isSaid = (at: number) => tokens.has(at) || (entry.kind === 'service' && details.has(at));
  const asking = new Set(askedParts(cues, new Set()).flatMap(({ from, to }) => range(from, to)));
  if ([...tokens].every((at) => asking.has(at))) return 0;
  const empty = new Set(
    [...EMPTY.flatMap((name) => cues.at(name)), ...askedParts(cues, tokens)].flatMap(({ from, to }) => range(from, to)),
  );
  const content = question.tokens.flatMap((_, at) => (empty.has(at) && !tokens.has(at) ? [] : [at]));
  return content.length === 0 ? 1 : content.filter(isSaid).length / content.length;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
