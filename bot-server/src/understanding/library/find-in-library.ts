import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { FoundInLibrary, LibraryEntry, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import type { Library } from '../../ports/library.ts';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';
import { aboutOther, aboutService, alikeBefore, eventAround, findingOf, servicesAmong } from './finding-of.ts';
import { keyOf, type LibraryIndex, libraryIndex } from './library-index.ts';
import { namesSomething, namingOf, rankByName } from './naming.ts';
import { type LikelyEntry, type PhraseModel, phraseModel } from './phrase-model.ts';
import type { RankedEntry } from './rank-entries.ts';
import { type NamedEntry, readName } from './read-name.ts';
import { NAMED_IN_FULL, type Weighed, type WeighedEntry, weighEntries } from './weigh-entries.ts';

export interface LibraryQuestion {
  readonly library: Library;
  readonly language: LanguageData;
  /** Ward key; "" where no ward is known: the common services. */
  readonly ward: string;
  readonly question: CleanQuestion;
  readonly cues: CueReading;
  /** Its words are asked of plans alone: only an entry's very name leads to it. */
  readonly isPlans: boolean;
  /** Id of the service that the conversation was last about. */
  readonly lastService: string | null;
}

/** From this {@link certainty} on the likeliest is told; figures here are cross-validated between writers (docs/decisions/0013). */
const CERTAIN = 0.4;
/** Where it is also what the names say without a doubt, it needs no more than this share, and to be ahead of any other. */
const CERTAIN_BY_NAME = { share: 0.15, ahead: 0.75 } as const;
/** From this share on a name of something else that the question also says raises no doubt. */
const BEYOND_DOUBT = 0.6;
/** From this share on, and this much of the share of what is no entry, the likeliest are offered. */
const OFFERED = 0.08;
const OFFERED_OF_BESIDE = 0.6;
/** Nothing is offered that is less likely than this much of the likeliest. */
const OFFERED_OF_BEST = 0.15;
const MOST_OFFERED = 3;
/** What a share of 1 is worth beside a plan's evidence. */
const WORTH = 8;
/** Where the names agree without doubt, it is worth that much more. */
const NAMED_TOO = 1.5;
/** A procedure whose name is said this strongly is asked for, whatever the conversation was about. */
const NAMED_ANEW = 6;
/** A question that leans on the one before is no longer. In tokens. */
const LONGEST_FOLLOW_UP = 12;

/**
 * The service, course or life event that a question is about; null when its words fit none. A name typed as it is offered
 * leads to its entry in any case; else how people ask for each, learned from what was written down, decides: told where it
 * is certain, offered with the next likeliest where it is not.
 */
export function findInLibrary(asked: LibraryQuestion): FoundInLibrary | null {
  const { question, ward, library, language } = asked;
  const index = libraryIndex(library, ward);
  const exact = readName(index, question.text);
  if (exact) return outright(namedOutright(exact, index));
  if (asked.isPlans) return null;
  const model = phraseModel(library, language);
  const likely = model.likely(question.tokens);
  const ranked = mayBeEntry(index, likely) || hasUnknown(index, model) ? rankByName(asked, index) : [];
  const weighed = weighEntries(index, likely, ranked);
  const best = bestOf(asked, model, ranked[0], weighed);
  const naming = best ? namingOf(asked, best) : null;
  const isFirst = naming?.sure && ranked[0]?.entry === best?.entry;
  const isCertain = best !== undefined && isCertainly(best, weighed, isFirst ?? false);
  const isNamed = naming?.found && best && best.score >= NAMED_ANEW;
  const last = isNamed || isCertain ? null : leaning(asked, index);
  if (last) return outright(last);
  if (!best || !namesSomething(asked)) return null;
  if (best.share < leastOffered(weighed.beside)) return null;
  const worth = WORTH * (naming?.sure ? NAMED_TOO : 1);
  const isTold = isCertain && !isDoubted(asked, best, ranked[0]);
  if (isTold) return { finding: findingOf(asked, index, weighed.entries, best), strength: best.share * worth };
  const event = eventAround(index, weighed.entries, best);
  if (event) return { finding: event, strength: best.share * worth };
  const alike = alikeBefore(weighed.entries, best);
  const offered = alike ?? offer(asked, best, ranked[0], weighed);
  const shares = offered.map((entry) => shareOf(entry, weighed));
  const together = shares.reduce((sum, share) => sum + share);
  return { finding: askedBack(offered, alike !== null), strength: (together / (together + weighed.beside)) * worth };
}

/** How likely an entry must be to be offered, by how likely it is that none is meant. */
function leastOffered(beside: number): number {
  return Math.max(OFFERED, beside * OFFERED_OF_BESIDE);
}

/** Whether what the names say could still matter: most questions about a plan end here, in a fraction of the time. */
function mayBeEntry({ byKey }: LibraryIndex, likely: readonly LikelyEntry[]): boolean {
  const best = likely.find(({ key }) => byKey.has(key))?.share ?? 0;
  const beside = likely.reduce((sum, { key, share }) => (byKey.has(key) ? sum : sum + share), 0);
  return best * NAMED_IN_FULL >= leastOffered(beside);
}

/** Whether the ward has services that nothing was learned of. */
function hasUnknown({ byKey }: LibraryIndex, model: PhraseModel): boolean {
  for (const key of byKey.keys()) if (!model.knows(key)) return true;
  return false;
}

function isCertainly(best: WeighedEntry, weighed: Weighed, isNamed: boolean): boolean {
  const certain = certainty(best, weighed);
  const { share, ahead } = CERTAIN_BY_NAME;
  return certain >= CERTAIN || (isNamed && best.share >= share && certain >= best.share * ahead);
}

/** How sure it is that the likeliest is meant: its share, less the nearer another comes to it. 0..1. */
function certainty({ entry, share }: WeighedEntry, { entries, beside }: Weighed): number {
  const next = entries.find((one) => one.entry !== entry)?.share ?? 0;
  return share ** 2 / (share + Math.max(next, beside) || 1);
}

/** The likeliest; or what only this ward has, and nobody has asked for in writing, when its name leaves no doubt. */
function bestOf(
  asked: LibraryQuestion,
  model: PhraseModel,
  first: RankedEntry | undefined,
  { entries }: Weighed,
): WeighedEntry | undefined {
  const isKnown = first === undefined || model.knows(keyOf(first.entry));
  return !isKnown && namingOf(asked, first).sure ? { ...first, share: 1 } : entries[0];
}

/** Another entry is named without a doubt: of two that are spoken of it is not for us to say which is asked about. */
function isDoubted(asked: LibraryQuestion, best: WeighedEntry, first: RankedEntry | undefined): boolean {
  if (first === undefined || first.entry === best.entry || first.entry.kind === 'situation') return false;
  return best.share < BEYOND_DOUBT && namingOf(asked, first).sure;
}

/** The likeliest, what is named where that is another, and the next likeliest. */
function offer(
  asked: LibraryQuestion,
  best: WeighedEntry,
  first: RankedEntry | undefined,
  { entries }: Weighed,
): LibraryEntry[] {
  const near = entries.filter(({ share }) => share >= best.share * OFFERED_OF_BEST);
  const named = first && isDoubted(asked, best, first) ? [first] : [];
  const all = [best, ...named, ...near].map(({ entry }) => entry);
  return [...new Set(all)].slice(0, MOST_OFFERED);
}

/** Look-alikes are asked about as such: how they differ is told. */
function askedBack(entries: readonly LibraryEntry[], areAlike: boolean): LibraryFinding {
  if (!areAlike) return { kind: 'offer', entries };
  return { kind: 'choose', services: servicesAmong(entries.map((entry) => ({ entry }))) };
}

function shareOf(entry: LibraryEntry, { entries }: Weighed): number {
  return entries.find((one) => keyOf(one.entry) === keyOf(entry))?.share ?? 0;
}

function outright(finding: LibraryFinding): FoundInLibrary {
  return { finding, strength: Number.POSITIVE_INFINITY };
}

/** "Lệ phí bao nhiêu?" after an answer about a procedure asks for that one's. */
function leaning(asked: LibraryQuestion, { entries, spelling }: LibraryIndex): LibraryFinding | null {
  const service = servicesAmong(entries.map((entry) => ({ entry }))).find(({ id }) => id === asked.lastService);
  if (!service || asked.question.tokens.length > LONGEST_FOLLOW_UP) return null;
  const finding = aboutService(asked, service, new Set(), spelling);
  return finding.kind === 'service' && finding.parts.length > 0 ? finding : null;
}

function namedOutright(named: NamedEntry, index: LibraryIndex): LibraryFinding {
  if (named === 'other') return { kind: 'other' };
  const { entry, parts } = named;
  if (entry.kind === 'service') return { kind: 'service', service: entry.service, parts, words: [], yesNo: false };
  return aboutOther(entry, index, null);
}
