import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Content } from '../ports/content.ts';
import type { Library } from '../ports/library.ts';
import { learnPhrases, lessonsOf } from '../understanding/library/learn-phrases.ts';
import type { Learned } from '../understanding/library/learned.ts';
import { learnBy } from '../understanding/library/phrase-model.ts';
import { codeFingerprint } from './code-fingerprint.ts';

/** Code that decides what is learned. */
const CODE = ['bot-server/src/understanding', 'shared/src'];
const FILE = /^finder-[0-9a-f]{32}\.bin$/;

export interface FinderDeps {
  /** What is learned is kept here. */
  readonly dir: string;
  readonly language: LanguageData;
  /** {@link wordsStamp} of what `language` was read from. */
  readonly words: string;
}

/**
 * A library's finder, when it is first needed, reads what was learned from the same content with the same code, in some
 * milliseconds; else it learns, which takes some seconds of one core, and keeps what it learned.
 */
export function keepFinder(library: Library, { dir, language, words }: FinderDeps): void {
  learnBy(library, () => {
    const hash = createHash('sha256').update(`${lessonsOf(library)} ${words} ${codeFingerprint(CODE)}`);
    const name = `finder-${hash.digest('hex').slice(0, 32)}.bin`;
    return readLearned(path.join(dir, name)) ?? keep(dir, name, learnPhrases(library, language));
  });
}

/** A hash of the words by which typed text is read. */
export async function wordsStamp(content: Pick<Content, 'language'>): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await content.language()))
    .digest('hex');
}

function readLearned(file: string): Learned | null {
  try {
    return deserialize(readFileSync(file)) as Learned;
  } catch {
    // None yet, or half a file: it is learned anew.
    return null;
  }
}

/** Under its name only when it is whole: another process may be reading. */
function keep(dir: string, name: string, learned: Learned): Learned {
  mkdirSync(dir, { recursive: true });
  const unfinished = path.join(dir, `${name}.${process.pid}`);
  writeFileSync(unfinished, serialize(learned));
  renameSync(unfinished, path.join(dir, name));
  removeOldest(dir);
  return learned;
}

/** Two versions may run side by side for a while. */
const KEPT = 3;

function removeOldest(dir: string): void {
  const files = readdirSync(dir).flatMap((name) => {
    const stat = FILE.test(name) ? statSync(path.join(dir, name), { throwIfNoEntry: false }) : undefined;
    return stat ? [{ name, at: stat.mtimeMs }] : [];
  });
  const old = files.sort((a, b) => b.at - a.at).slice(KEPT);
  for (const { name } of old) rmSync(path.join(dir, name), { force: true });
}
