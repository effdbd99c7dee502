import { SCAM_SIGNS, type ScamSignKind, type ScamSignsFile } from '@phuong-so/shared/content/scam-signs';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { PhraseMatcher } from '@phuong-so/shared/text/phrase-matcher';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { KnownLinks } from './find-links.ts';

const HOWS = ['shows', 'asked', 'weak', 'beside'] as const;

export interface SignPhrase {
  readonly kind: ScamSignKind;
  readonly how: (typeof HOWS)[number];
}

/** The words of data/scam-signs.yaml, ready to be looked for. */
export interface ScamSigns {
  readonly file: ScamSignsFile;
  readonly links: KnownLinks;
  readonly phrases: PhraseMatcher<SignPhrase>;
  readonly marks: PhraseMatcher<MarkName>;
  readonly requests: PhraseMatcher<true>;
  readonly fillers: PhraseMatcher<true>;
  /** Is it a syllable, without marks, of any phrase? */
  isWord(folded: string): boolean;
}

/** Words that say how a sentence is meant. */
export type MarkName =
  | 'ask'
  | 'in_person'
  | 'agency'
  | 'introduction'
  | 'denial'
  | 'deed'
  | 'end'
  | 'warning'
  | 'transfer';

/** `officialHosts`: those of data/links.yaml. */
export function compileScamSigns(file: ScamSignsFile, officialHosts: readonly string[]): ScamSigns {
  const signs = SCAM_SIGNS.flatMap((kind) =>
    HOWS.flatMap((how) => file.signs[kind][how].map((phrase) => [phrase, { kind, how }] as const)),
  );
  const marks: [string, MarkName][] = [
    ...named(file.asks, 'ask'),
    ...named(file.in_person, 'in_person'),
    ...named(file.agencies, 'agency'),
    ...named(file.introductions, 'introduction'),
    ...named(file.denials.words, 'denial'),
    ...named(file.denials.deeds, 'deed'),
    ...named(file.denials.ends, 'end'),
    ...named(file.warnings, 'warning'),
    ...named(file.transfers, 'transfer'),
  ];
  const words = new Set([...signs, ...marks].flatMap(([phrase]) => foldedSyllables(phrase)));
  return {
    file,
    links: { rules: file.links, official: new Set(officialHosts.map((host) => host.toLowerCase())) },
    phrases: new PhraseMatcher(
      signs.flatMap(([phrase, value]) => spellings(phrase).map((one) => [one, value] as const)),
    ),
    marks: new PhraseMatcher(marks),
    requests: new PhraseMatcher(file.requests.map((phrase) => [phrase, true] as const)),
    fillers: new PhraseMatcher(file.request_fillers.map((phrase) => [phrase, true] as const)),
    isWord: (folded) => words.has(folded),
  };
}

function named(phrases: readonly string[], name: MarkName): [string, MarkName][] {
  return phrases.map((phrase) => [phrase, name]);
}

/** A message may run the words of a phrase together: "chuyenkhoan", "matkhau". */
const SHORTEST_RUN = 6;

function spellings(phrase: string): string[] {
  const run = foldMarks(phrase).replaceAll(' ', '');
  return phrase.includes(' ') && run.length >= SHORTEST_RUN && /^[a-z]+$/.test(run) ? [phrase, run] : [phrase];
}
