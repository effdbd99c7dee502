import { SCAM_SIGNS, type ScamSignKind } from '@phuong-so/shared/content/scam-signs';
import type { ScamSigns, SignPhrase } from './compile-signs.ts';
import { type FoundLink, findLinks } from './find-links.ts';
import { accountNumbers, foreignNumbers, moneySent, timeLimits } from './numbers.ts';
import { type MessageText, readMessage, type Span, type Word } from './read-message.ts';
import { readMarks, type SentenceMarks } from './sentence-marks.ts';

export interface FoundSign {
  readonly kind: ScamSignKind;
  /** In a few words. */
  readonly name: string;
  /** The words of the message that show it. */
  readonly found: string;
  readonly why: string;
  readonly points: number;
}

/** Something in the message that speaks for a sign. `alone`: it does so without another sign beside it. */
interface Hint extends Span {
  readonly kind: ScamSignKind;
  readonly alone: boolean;
  readonly why?: string;
  readonly points?: number;
}

/** A word that asks stands at most so many words before or after what it asks for. */
const ASKING_REACH = 10;
/** "Em bên ngân hàng", "công an phường đây": so many words may stand between who speaks and their name. */
const NAMING_GAPS = [0, 1, 2, 3];
const LONGEST_FOUND = 90;
const UNKNOWN_LINK_POINTS = 1;

/** The signs of a message, at most one of each kind, the heaviest first. Never throws. */
export function findSigns(pasted: string, signs: ScamSigns): FoundSign[] {
  let links: FoundLink[] = [];
  const cut = (text: string) => {
    links = findLinks(text, signs.links);
    return links;
  };
  const message = readMessage(pasted, signs.isWord, cut);
  const marks = readMarks(message.words, signs);
  const said = [...phraseHints(message, marks, signs), ...numberHints(message, marks)];
  const hints = [...linkHints(links, signs), ...withoutParts(said), ...agencyHints(message, marks)];
  if (!hints.some(({ alone }) => alone)) return [];
  return SCAM_SIGNS.flatMap((kind) => {
    const best = bestOf(hints.filter((hint) => hint.kind === kind));
    return best === null ? [] : [toSign(best, message.text, signs)];
  }).sort((a, b) => b.points - a.points);
}

/** "Chuyển tiền hỗ trợ" promises money: "chuyển tiền" in it asks for none. Where two begin together, the longer is meant. */
function withoutParts(said: readonly Hint[]): Hint[] {
  const longest = new Map<number, Hint>();
  for (const hint of said) if (hint.end > (longest.get(hint.start)?.end ?? 0)) longest.set(hint.start, hint);
  return said.filter((hint) => {
    const other = longest.get(hint.start);
    return other === undefined || other.kind === hint.kind || other.end === hint.end;
  });
}

/** One that stands alone before one that does not, then the longest, then the first. */
function bestOf(hints: readonly Hint[]): Hint | null {
  const rank = ({ alone, points, start, end }: Hint) => (alone ? (points === 1 ? 1 : 2) * 10_000 : 0) + (end - start);
  return hints.reduce<Hint | null>((best, hint) => (best === null || rank(hint) > rank(best) ? hint : best), null);
}

function toSign(hint: Hint, text: string, { file }: ScamSigns): FoundSign {
  const { name, why, points } = file.signs[hint.kind];
  const found = text.slice(hint.start, hint.end).replace(/\s+/gu, ' ');
  return {
    kind: hint.kind,
    name,
    found: found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND)}…` : found,
    why: hint.why ?? why.text,
    points: hint.alone ? (hint.points ?? points) : 1,
  };
}

function linkHints(links: readonly FoundLink[], { file }: ScamSigns): Hint[] {
  return links.flatMap(({ kind, start, end }) => {
    if (kind === null) return [];
    const why = file.links.why[kind];
    const points = kind === 'unlisted' ? { points: UNKNOWN_LINK_POINTS } : {};
    const link: Hint = { kind: 'link', alone: true, start, end, why, ...points };
    return kind === 'app_file' ? [link, { kind: 'app_install', alone: true, start, end, why }] : [link];
  });
}

function phraseHints({ words }: MessageText, marks: SentenceMarks, signs: ScamSigns): Hint[] {
  return signs.phrases.findAll(words).flatMap(({ from, to, value }) => {
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined) return [];
    if (marks.isDenied(from) || marks.isWarning(first.sentence)) return [];
    if (!isShown(words, value, { from, to }, marks)) return [];
    const points = value.how === 'weak' ? { points: 1 } : {};
    return [{ kind: value.kind, alone: value.how !== 'beside', start: first.start, end: last.end, ...points }];
  });
}

function isShown(
  words: readonly Word[],
  { kind, how }: SignPhrase,
  { from, to }: { readonly from: number; readonly to: number },
  marks: SentenceMarks,
): boolean {
  const sentence = words[from]?.sentence ?? 0;
  if (kind === 'personal_data' && marks.has('in_person', sentence)) return false;
  if (how !== 'asked') return true;
  const isAskedBy = (word: number) => marks.starts(word, 'ask') && !marks.isDenied(word);
  return (
    marks.has('ask', sentence) &&
    (isNear(words, from, -ASKING_REACH, isAskedBy) || isNear(words, to - 1, ASKING_REACH, isAskedBy))
  );
}

/** Is there such a word in the same sentence, at most `reach` words on from `at`, or back from it where it is negative? */
function isNear(words: readonly Word[], at: number, reach: number, isSuch: (word: number) => boolean): boolean {
  const step = Math.sign(reach);
  for (let word = at + step; Math.abs(word - at) <= Math.abs(reach); word += step) {
    if (words[word]?.sentence !== words[at]?.sentence) return false;
    if (isSuch(word)) return true;
  }
  return false;
}

function numberHints(message: MessageText, marks: SentenceMarks): Hint[] {
  const sent = moneySent(message.words, marks).map((span): Hint => ({ ...span, kind: 'money', alone: true }));
  const accounts = accountNumbers(message.words).map((span): Hint => ({ ...span, kind: 'money', alone: true }));
  const foreign = foreignNumbers(message.text).map((span): Hint => ({ ...span, kind: 'foreign_number', alone: true }));
  const limits = timeLimits(message.words).map((span): Hint => ({ ...span, kind: 'urgency', alone: false }));
  return [...sent, ...accounts, ...foreign, ...limits];
}

/** An agency that is only named is no sign; one that speaks of itself, or stands beside a demand, is. */
function agencyHints({ words }: MessageText, marks: SentenceMarks): Hint[] {
  const introductionTo = new Map(marks.at('introduction').map(({ from, to }) => [to, from]));
  return marks.at('agency').flatMap((agency): Hint[] => {
    const [first, last] = [words[agency.from], words[agency.to - 1]];
    if (first === undefined || last === undefined) return [];
    if (marks.isDenied(agency.from) || marks.isWarning(first.sentence)) return [];
    const before = NAMING_GAPS.map((gap) => introductionTo.get(agency.from - gap)).find((from) => from !== undefined);
    const after = NAMING_GAPS.map((gap) => agency.to + gap).find((word) => marks.starts(word, 'introduction'));
    const speaker = [before, after].find((word) => word !== undefined && words[word]?.sentence === first.sentence);
    if (speaker === undefined) return [{ kind: 'impersonation', alone: false, start: first.start, end: last.end }];
    const start = Math.min(first.start, words[speaker]?.start ?? first.start);
    const end = Math.max(last.end, words[speaker]?.end ?? last.end);
    return [{ kind: 'impersonation', alone: true, start, end }];
  });
}
