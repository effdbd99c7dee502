import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { FoundInLibrary, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import type { Library } from '../../ports/library.ts';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';
import { aboutService, findingOf, namesBeside, servicesAmong } from './finding-of.ts';
import { type LibraryIndex, libraryIndex } from './library-index.ts';
import { namesSomething, namingOf, rankByName } from './naming.ts';
import { phraseModel } from './phrase-model.ts';
import type { RankedEntry } from './rank-entries.ts';
import { type NamedEntry, readName } from './read-name.ts';
import { type WeighedEntry, weighEntries } from './weigh-entries.ts';

export interface LibraryQuestion {
  readonly library: Library;
  readonly language: LanguageData;
  /** Ward key; "" where no ward is known: the common services. */
  readonly ward: string;
  readonly question: CleanQuestion;
  readonly cues: CueReading;
  /** Id of the service that the conversation was last about. */
  readonly lastService: string | null;
}

/** From this share on those likeliest are offered, from that on one is told, and from that on without a doubt. */
const OFFERED = 0.03;
const LIKELY = 0.06;
const SURE = 0.5;
/** What a share of 1 is worth beside a plan's evidence. */
const WORTH = 8;
/** Where the names agree without doubt, it is worth that much more. */
const NAMED_TOO = 1.5;
const MOST_OFFERED = 3;
/** This much of the share of what is no entry is needed to be one. */
const SURELY_BESIDE = 1 / 3;
/** A procedure whose name is said this strongly is asked for, whatever the conversation was about. */
const NAMED_ANEW = 6;
/** A question that leans on the one before is no longer. In tokens. */
const LONGEST_FOLLOW_UP = 12;

/**
 * The service, course or life event that a question is about; null when its words fit none. A name typed as it is offered
 * leads to its entry in any case; else how people ask for each, learned from what was written down, weighs with the names
 * that the question says, with or without tone marks, misspelled or in short.
 */
export function findInLibrary(asked: LibraryQuestion): FoundInLibrary | null {
  const { question, ward, library, language } = asked;
  const index = libraryIndex(library, ward);
  const exact = readName(index, question.text);
  if (exact) return outright(namedOutright(exact));
  const ranked = rankByName(asked, index);
  const model = phraseModel(library, language);
  const weighed = weighEntries(index, model, index.spelling.mend(question.tokens), ranked);
  const best = bestOf(asked, ranked[0], weighed);
  const naming = best ? namingOf(asked, best) : null;
  const isNamed = naming?.found && best && best.score >= NAMED_ANEW;
  const last = isNamed || (best && best.share >= SURE) ? null : leaning(asked, index);
  if (last) return outright(last);
  const beside = 1 - weighed.reduce((sum, { share }) => sum + share, 0);
  if (!best || !namesSomething(asked) || best.share < Math.max(OFFERED, beside * SURELY_BESIDE)) return null;
  const strength = best.share * WORTH * (naming?.sure ? NAMED_TOO : 1);
  if (best.share < LIKELY) {
    const services = servicesAmong(weighed.slice(0, MOST_OFFERED));
    return services.length > 1 ? { finding: { kind: 'choose', services }, sure: false, strength, instead: [] } : null;
  }
  const sure = best.share >= SURE;
  const finding = findingOf(asked, index, weighed, best);
  return { finding, sure, strength, instead: sure ? [] : namesBeside(weighed, best) };
}

/** The likeliest; or what only this ward has, and nobody has asked for in writing, when its name leaves no doubt. */
function bestOf(
  asked: LibraryQuestion,
  first: RankedEntry | undefined,
  weighed: readonly WeighedEntry[],
): WeighedEntry | undefined {
  const isKnown = first === undefined || weighed.some(({ entry }) => entry === first.entry);
  return !isKnown && namingOf(asked, first).sure ? { ...first, share: 1 } : weighed[0];
}

function outright(finding: LibraryFinding): FoundInLibrary {
  return { finding, sure: true, strength: Number.POSITIVE_INFINITY, instead: [] };
}

/** "Lệ phí bao nhiêu?" after an answer about a procedure asks for that one's. */
function leaning(asked: LibraryQuestion, { entries, spelling }: LibraryIndex): LibraryFinding | null {
  const service = servicesAmong(entries.map((entry) => ({ entry }))).find(({ id }) => id === asked.lastService);
  if (!service || asked.question.tokens.length > LONGEST_FOLLOW_UP) return null;
  const finding = aboutService(asked, service, new Set(), spelling);
  return finding.kind === 'service' && finding.parts.length > 0 ? finding : null;
}

function namedOutright(named: NamedEntry): LibraryFinding {
  if (named.kind === 'course') return { kind: 'course', course: named.course, lesson: null };
  return { kind: 'service', service: named.service, parts: named.parts, words: [], yesNo: false };
}
