import type { PhraseMatch } from '@phuong-so/shared/text/phrase-matcher';
import type { MarkName, ScamSigns } from './compile-signs.ts';
import type { Word } from './read-message.ts';

type Mark = PhraseMatch<MarkName>;

/** What the sentences of a message are about: who asks for something, and what people are told not to do. */
export interface SentenceMarks {
  at(name: MarkName): readonly Mark[];
  /** Does one begin at this word? */
  starts(word: number, name: MarkName): boolean;
  /** "Không cung cấp mã OTP, mật khẩu": these words are not asked for. */
  isDenied(word: number): boolean;
  /** The sentence warns of scams. */
  isWarning(sentence: number): boolean;
  has(name: MarkName, sentence: number): boolean;
}

/** A denial reaches its deed over so many words: "không bao giờ tự ý thu". */
const REACH = 3;
/** "Nếu không cung cấp", "mà không nộp": a threat, no advice. */
const CONDITIONS = new Set(['neu', 'ma', 'keo']);

/** Reads the marks of all sentences once. */
export function readMarks(words: readonly Word[], signs: ScamSigns): SentenceMarks {
  const byName = new Map<MarkName, Mark[]>();
  const byFirst = new Map<number, Set<MarkName>>();
  const inSentence = new Set<string>();
  for (const mark of signs.marks.findAll(words)) {
    const same = byName.get(mark.value) ?? [];
    byName.set(mark.value, same);
    same.push(mark);
    byFirst.set(mark.from, (byFirst.get(mark.from) ?? new Set()).add(mark.value));
    inSentence.add(`${mark.value} ${words[mark.from]?.sentence}`);
  }
  const starts = (word: number, name: MarkName) => byFirst.get(word)?.has(name) ?? false;
  const denied = new Set<number>();
  for (const denial of byName.get('denial') ?? []) deny(denied, words, denial, starts);
  return {
    starts,
    at: (name) => byName.get(name) ?? [],
    isDenied: (word) => denied.has(word),
    isWarning: (sentence) => inSentence.has(`warning ${sentence}`),
    has: (name, sentence) => inSentence.has(`${name} ${sentence}`),
  };
}

type Starts = (word: number, name: MarkName) => boolean;

/** Denies the words after a denial up to where its sentence turns to something else; none when it denies no deed. */
function deny(denied: Set<number>, words: readonly Word[], denial: Mark, starts: Starts): void {
  const sentence = words[denial.from]?.sentence;
  const before = words[denial.from - 1];
  if (before !== undefined && before.sentence === sentence && CONDITIONS.has(before.folded)) return;
  const deed = deedAfter(words, denial.to, starts);
  if (deed === null || words[deed]?.sentence !== sentence) return;
  for (let at = denial.from + 1; words[at]?.sentence === sentence; at += 1) {
    const begins = words[at]?.afterBreak && [at, at + 1, at + 2].some((word) => isDeed(word, starts));
    // From a word that an earlier denial reached, that one has gone on to the same turn.
    if (at > deed && (starts(at, 'end') || begins || denied.has(at))) break;
    denied.add(at);
  }
}

/** null where the sentence turns first: "không thì bị khóa". */
function deedAfter(words: readonly Word[], from: number, starts: Starts): number | null {
  for (let at = from; at < from + REACH && words[at] !== undefined && !starts(at, 'end'); at += 1) {
    if (starts(at, 'deed')) return at;
  }
  return null;
}

function isDeed(word: number, starts: Starts): boolean {
  return starts(word, 'deed') || starts(word, 'transfer');
}
