import type { LanguageData } from '@phuong-so/shared/domain/language';
import { hasMarks } from '@phuong-so/shared/text/fold';
import { readTyped, type TypedText } from '@phuong-so/shared/text/typed-text';

/** In syllables and in characters; a longer one is a sentence that was not understood. */
const MOST_WORDS = 14;
const LONGEST = 120;

/**
 * Where something takes place, as it was typed: "tại nhà văn hóa tổ 5 lúc 19h" → "nhà văn hóa tổ 5". null where none or more
 * than one is named, or where it is not sure where the name ends.
 */
export function readPlace(typed: string, { cues }: LanguageData): string | null {
  const text = readTyped(typed);
  const { tokens } = text;
  const starts = new Set(cues.place_words.findAll(tokens).map(({ from }) => from));
  const places = cues.place_before
    .find(tokens)
    .filter(({ to }) => starts.has(to))
    .map(({ to }) => placeFrom(text, to, cues));
  const named = new Set(places);
  const [only] = named;
  return named.size === 1 ? (only ?? null) : null;
}

function placeFrom(
  { text, tokens }: TypedText,
  from: number,
  { place_ends: ends }: LanguageData['cues'],
): string | null {
  const ending = new Map(ends.find(tokens).map((match) => [match.from, match.to]));
  let to = from + 1;
  // A number after the first word belongs to the name ("tổ 5", "ngõ 20"); "19h" does not.
  while (to < tokens.length && !tokens[to]?.afterBreak && !ending.has(to) && !isHour(text, tokens[to]?.end)) to += 1;
  const end = ending.get(to);
  const isEndedByWord = end !== undefined && !tokens[to]?.afterBreak;
  // Without marks one syllable may as well be part of the name: "tu" in "Tự Do".
  const isUnsure = isEndedByWord && !hasMarks(text) && end - to === 1 && !/^\d/.test(tokens[end]?.folded ?? '');
  const name = text.slice(tokens[from]?.start, tokens[to - 1]?.end).trim();
  return isUnsure || to - from > MOST_WORDS || name.length > LONGEST ? null : name;
}

function isHour(text: string, end = 0): boolean {
  return /\d$/.test(text.slice(0, end)) && /^\s*(?:h|g|giờ|gio)(?![\p{L}\p{M}])|^:\d\d/iu.test(text.slice(end));
}
