import type { CueName, Cues } from '../content/cues.ts';
import type { Glossary } from '../content/glossary.ts';
import type { Topics } from '../content/topics.ts';
import { PhraseMatcher } from '../text/phrase-matcher.ts';
import type { UnitDirectory } from './unit-directory.ts';

/** What the understanding step knows of the language: read from data/, compiled once. */
export interface LanguageData {
  readonly units: UnitDirectory;
  /** Every cue phrase; the value is the name of its list. */
  readonly cues: Readonly<Record<CueName, PhraseMatcher<CueName>>>;
  /** Short form → full words. */
  readonly abbreviations: PhraseMatcher<string>;
  /** Everyday wording → the wording of plans for the same thing. */
  readonly everyday: PhraseMatcher<readonly string[]>;
  /** Things that people ask a ward about; the value is the thing. */
  readonly topics: PhraseMatcher<string>;
}

/** Compiles data/cues.yaml, data/glossary.yaml, data/topics.yaml and the unit directory. */
export function compileLanguage(cues: Cues, glossary: Glossary, topics: Topics, units: UnitDirectory): LanguageData {
  const matchers = Object.fromEntries(
    Object.entries(cues).map(([name, phrases]) => [
      name,
      new PhraseMatcher(phrases.map((phrase) => [phrase, name as CueName] as const)),
    ]),
  ) as Record<CueName, PhraseMatcher<CueName>>;
  return {
    units,
    cues: matchers,
    abbreviations: new PhraseMatcher(
      glossary.abbreviations.flatMap(({ short, full }) => short.map((form) => [form, full] as const)),
      { strictSingles: true },
    ),
    everyday: new PhraseMatcher(
      glossary.everyday.flatMap(({ say, means }) => say.map((phrase) => [phrase, means] as const)),
      { strictSingles: true },
    ),
    topics: new PhraseMatcher(
      topics.topics.flatMap(({ words }) => words.map((word) => [word, word] as const)),
      { strictSingles: true },
    ),
  };
}
