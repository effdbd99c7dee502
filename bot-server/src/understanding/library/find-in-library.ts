import type { CueName } from '@phuong-so/shared/content/cues';
import type { Service } from '@phuong-so/shared/domain/library';
import type { FoundInLibrary, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import type { Library } from '../../ports/library.ts';
import { askingWeights } from '../asking-part.ts';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';
import { askedParts } from './asked-parts.ts';
import { type LibraryIndex, libraryIndex } from './library-index.ts';
import { type RankedEntry, rankEntries } from './rank-entries.ts';
import { type NamedEntry, readName } from './read-name.ts';
import type { SpelledToken } from './respell.ts';

export interface LibraryQuestion {
  readonly library: Library;
  /** Ward key; "" where no ward is known: the common services. */
  readonly ward: string;
  readonly question: CleanQuestion;
  readonly cues: CueReading;
  /** Id of the service that the conversation was last about. */
  readonly lastService: string | null;
}

/** From here on an entry is found, and from there on without doubt. */
const FOUND = { score: 3.5, coverage: 0.6, strength: 1.5 } as const;
/** A short question that says nothing else may say less of a name. */
const ALL_SAID = { score: 2.8, coverage: 0.55, share: 0.8 } as const;
const IN_FULL = 0.95;
/** A question all of whose words fit an entry this strongly is about it. */
const NOTHING_ELSE = 3.5;
const SURE = { score: 6, coverage: 0.72, strength: 2.7 } as const;
/** A longer text is a story, which holds the words of many things: nothing in it is found that is not sure. In tokens. */
const LONGEST_UNSURE = 20;
/** Look-alikes this near the best are asked about. */
const AS_GOOD = 0.86;
/** Those that have the very words that fit best need not be as near: only other words can have parted them. */
const SAME_WORDS = 0.66;
const MOST_CHOICES = 4;
/** A life event is told beside a service when its words are said this far. */
const TOLD = { coverage: 0.85, share: 0.5 } as const;
/** Beside a service that is only told of, and not named, the life event is what is asked about. */
const TOLD_OUTRIGHT = { coverage: 0.95, share: 0.65 } as const;
/** Of two procedures the second is named as well when it is said in full and nearly as strongly. */
const NAMED = { coverage: 0.95, share: 0.85 } as const;
/** What a procedure asks for, named after it, is not what is asked about. */
const NEEDED = 0.55;
/** What is told around the asking counts less. */
const STORY = 0.6;
/** A question that leans on the one before is no longer. In tokens. */
const LONGEST_FOLLOW_UP = 12;

/**
 * The service, course or life event that a question is about; null when its words fit none. Words lead to an entry by its
 * names, with or without tone marks, misspelled or in short; a name typed as it is offered leads to it in any case.
 */
export function findInLibrary(asked: LibraryQuestion): FoundInLibrary | null {
  const { question, cues, ward, library } = asked;
  const index = libraryIndex(library, ward);
  const exact = readName(index, question.text);
  if (exact) return { finding: namedOutright(exact), sure: true, strength: Number.POSITIVE_INFINITY };
  const ranked = headFirst(forPurpose(rankNeeds(asked, index), cues));
  const [best] = ranked;
  const share = best ? shareOfContent(asked, best) : 0;
  const last = best && isFound(best, share) && best.score >= SURE.score ? null : leaning(asked, index);
  if (last) return { finding: last, sure: true, strength: Number.POSITIVE_INFINITY };
  if (!best || !isFound(best, share)) return null;
  const strength = best.score * share;
  const isWhole = best.coverage >= IN_FULL && share >= ALL_SAID.share;
  const saysNothingElse = share >= IN_FULL && strength >= NOTHING_ELSE;
  const sure =
    isWhole ||
    saysNothingElse ||
    (best.score >= SURE.score && best.coverage >= SURE.coverage && strength >= SURE.strength);
  if (!sure && question.tokens.length > LONGEST_UNSURE) return null;
  return { finding: findingOf(asked, index, ranked, best), sure, strength };
}

function mended({ question }: LibraryQuestion, index: LibraryIndex): SpelledToken[] {
  return index.spelling.mend(question.tokens);
}

/** "Sao y căn cước": of two procedures that are both named, the first is done to the second. */
function headFirst(ranked: readonly RankedEntry[]): readonly RankedEntry[] {
  const [best, second, ...others] = ranked;
  if (best?.entry.kind !== 'service' || second?.entry.kind !== 'service') return ranked;
  const isNamed = second.coverage >= NAMED.coverage && second.score >= best.score * NAMED.share;
  const isBefore = Math.max(...second.tokens) < Math.min(...best.tokens);
  return isNamed && isBefore ? [second, best, ...others] : ranked;
}

function isFound({ score, coverage }: RankedEntry, share: number): boolean {
  if (score >= ALL_SAID.score && coverage >= ALL_SAID.coverage && share >= ALL_SAID.share) return true;
  return score >= FOUND.score && coverage >= FOUND.coverage && score * share >= FOUND.strength;
}

/** "Đăng ký kết hôn có phải nộp giấy độc thân không": what comes after is needed for what comes before. */
function rankNeeds(asked: LibraryQuestion, index: LibraryIndex): RankedEntry[] {
  const { question, cues } = asked;
  const tokens = mended(asked, index);
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

/** Lists whose phrases ask or keep company and name nothing. */
const EMPTY: readonly CueName[] = ['chatter', 'what', 'yes_no', 'greeting', 'thanks', 'list', 'do_what'];

/** How much of what the question names the entry explains: 0..1. */
function shareOfContent({ question, cues }: LibraryQuestion, { tokens, details, entry }: RankedEntry): number {
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

function findingOf(
  asked: LibraryQuestion,
  index: LibraryIndex,
  ranked: readonly RankedEntry[],
  best: RankedEntry,
): LibraryFinding {
  const { entry } = best;
  if (entry.kind === 'course') return { kind: 'course', course: entry.course, lesson: best.lesson };
  if (entry.kind === 'elsewhere') return { kind: 'elsewhere', elsewhere: entry.elsewhere };
  if (entry.kind === 'situation') {
    const services = inOrder(entry.situation.services, servicesOf(index));
    return { kind: 'situation', situation: entry.situation, services };
  }
  const alike = lookAlikes(ranked, best, entry.service);
  const least = alike.length > 1 ? TOLD : best.named ? null : TOLD_OUTRIGHT;
  const situation = least ? situationOf(ranked, alike, best, least) : null;
  if (situation) return findingOf(asked, index, ranked, situation);
  if (alike.length > 1) return { kind: 'choose', services: alike };
  return aboutService(asked, index, entry.service, best.tokens);
}

/** A life event that is told and that all of the services belong to: its list tells them apart. */
function situationOf(
  ranked: readonly RankedEntry[],
  services: readonly Service[],
  best: RankedEntry,
  least: { readonly coverage: number; readonly share: number },
): RankedEntry | null {
  const isTold = ({ entry, coverage, score }: RankedEntry) =>
    entry.kind === 'situation' &&
    coverage >= least.coverage &&
    score >= best.score * least.share &&
    services.every(({ id }) => entry.situation.services.includes(id));
  return ranked.find(isTold) ?? null;
}

/** The best service and those that people take for it, or that have the very words, and that fit as well. */
function lookAlikes(ranked: readonly RankedEntry[], best: RankedEntry, service: Service): Service[] {
  const isAlike = (one: Service, other: Service) => one.lookAlikes.some(({ id }) => id === other.id);
  const near = ranked.flatMap(({ entry, score, wording }) => {
    if (entry.kind !== 'service') return [];
    const other = entry.service;
    const share = score / best.score;
    const isMeant = isAlike(other, service) || isAlike(service, other) ? AS_GOOD : Number.POSITIVE_INFINITY;
    return share >= (wording !== '' && wording === best.wording ? SAME_WORDS : isMeant) ? [other] : [];
  });
  return near.slice(0, MOST_CHOICES);
}

function aboutService(
  asked: LibraryQuestion,
  index: LibraryIndex,
  service: Service,
  named: ReadonlySet<number>,
): LibraryFinding {
  const parts = askedParts(asked.cues, named);
  const asking = new Set(parts.flatMap(({ from, to }) => range(from, to)));
  const chatter = new Set(asked.cues.at('chatter').flatMap(({ from, to }) => (to - from === 1 ? [from] : [])));
  const words = mended(asked, index).flatMap(({ folded }, at) => (asking.has(at) || chatter.has(at) ? [] : [folded]));
  return {
    kind: 'service',
    service,
    parts: [...new Set(parts.map(({ part }) => part))],
    words,
    yesNo: asked.cues.has('yes_no'),
  };
}

/** "Lệ phí bao nhiêu?" after an answer about a procedure asks for that one's. */
function leaning(asked: LibraryQuestion, index: LibraryIndex): LibraryFinding | null {
  const service = servicesOf(index).find(({ id }) => id === asked.lastService);
  if (!service || asked.question.tokens.length > LONGEST_FOLLOW_UP) return null;
  const finding = aboutService(asked, index, service, new Set());
  return finding.kind === 'service' && finding.parts.length > 0 ? finding : null;
}

function namedOutright(named: NamedEntry): LibraryFinding {
  if (named.kind === 'course') return { kind: 'course', course: named.course, lesson: null };
  return { kind: 'service', service: named.service, parts: named.parts, words: [], yesNo: false };
}

function servicesOf({ entries }: LibraryIndex): Service[] {
  return entries.flatMap((entry) => (entry.kind === 'service' ? [entry.service] : []));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function inOrder(ids: readonly string[], services: readonly Service[]): Service[] {
  return ids.flatMap((id) => services.find((service) => service.id === id) ?? []);
}
