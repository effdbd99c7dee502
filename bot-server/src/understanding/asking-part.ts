import type { CueName } from '@phuong-so/shared/content/cues';
import type { TypedText } from '@phuong-so/shared/text/typed-text';
import type { CueReading } from './cue-reading.ts';

/** What stands around the asking sentence is told for company and counts this much. */
const STORY_WEIGHT = 0.35;
/** A question shorter than this many tokens has no story around it. */
const SHORT_QUESTION = 32;
/** Without a question mark, a sentence with one of these asks. */
const ASKS: readonly CueName[] = ['who', 'when', 'number', 'how_much', 'basis', 'sign'];

/** For each token of a question 1 when it asks, less when it tells the story around the asking. */
export function askingWeights(typed: TypedText, cues: CueReading): number[] {
  if (typed.tokens.length < SHORT_QUESTION) return typed.tokens.map(() => 1);
  const sentences = [...typed.text.matchAll(/[^.!?\n]+[.!?\n]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    marked: match[0].includes('?'),
  }));
  const marked = sentences.filter((sentence) => sentence.marked);
  const asking =
    marked.length > 0
      ? marked
      : sentences.filter((one, index) => index === sentences.length - 1 || hasCue(typed, cues, one));
  const part = withWhatItPointsAt(typed, cues, sentences, asking);
  return typed.tokens.map(({ start }) =>
    part.some((sentence) => start >= sentence.start && start < sentence.end) ? 1 : STORY_WEIGHT,
  );
}

function hasCue(
  typed: TypedText,
  cues: CueReading,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return ASKS.some((name) =>
    cues.at(name).some(({ from }) => {
      const at = typed.tokens[from]?.start ?? -1;
      return at >= start && at < end;
    }),
  );
}

/** Words that ask and keep company but name nothing. */
const EMPTY: readonly CueName[] = [
  'chatter',
  'what',
  'yes_no',
  'who',
  'own_ward',
  'own_document',
  'list',
  'when',
  'do_what',
];
/** With fewer naming words, an asking sentence points at the one before: "Phường mình có chủ trương đó thật không ạ?" */
const NAMES_ENOUGH = 5;

interface Sentence {
  readonly start: number;
  readonly end: number;
}

function withWhatItPointsAt(
  typed: TypedText,
  cues: CueReading,
  sentences: readonly Sentence[],
  asking: readonly Sentence[],
): readonly Sentence[] {
  const empty = new Set(EMPTY.flatMap((name) => cues.at(name).flatMap(({ from, to }) => range(from, to))));
  const naming = typed.tokens.filter(
    ({ start }, at) => !empty.has(at) && asking.some((one) => start >= one.start && start < one.end),
  );
  const first = asking[0];
  if (naming.length >= NAMES_ENOUGH || !first) return asking;
  const before = sentences.filter(({ end }) => end <= first.start).at(-1);
  return before ? [before, ...asking] : asking;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
