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
const FOUND = { score: 4.2, coverage: 0.6, strength: 2.7 } as const;
const SURE = { score: 6, coverage: 0.72 } as const;
/** Look-alikes this near the best are asked about. */
const AS_GOOD = 0.86;
const MOST_CHOICES = 4;
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
  const story = askingWeights(question, cues).map((weight) => (weight < 1 ? STORY : 1));
  const ranked = forPurpose(rankEntries(index, index.spelling.mend(question.tokens), story), cues);
  const [best] = ranked;
  const isFound = best !== undefined && best.score >= FOUND.score && best.coverage >= FOUND.coverage;
  const last = isFound && best.score >= SURE.score ? null : leaning(asked, index);
  if (last) return { finding: last, sure: true, strength: Number.POSITIVE_INFINITY };
  if (!isFound) return null;
  const strength = best.score * shareOfContent(asked, best);
  if (strength < FOUND.strength) return null;
  const sure = best.score >= SURE.score && best.coverage >= SURE.coverage;
  return { finding: findingOf(asked, index, ranked, best), sure, strength };
}

/** Lists whose phrases ask or keep company and name nothing. */
const EMPTY: readonly CueName[] = ['chatter', 'what', 'yes_no', 'greeting', 'thanks', 'list', 'do_what'];

/** How much of what the question names the entry explains: 0..1. */
function shareOfContent({ question, cues }: LibraryQuestion, { tokens }: RankedEntry): number {
  const empty = new Set(
    [...EMPTY.flatMap((name) => cues.at(name)), ...askedParts(cues, tokens)].flatMap(({ from, to }) => range(from, to)),
  );
  const content = question.tokens.flatMap((_, at) => (empty.has(at) && !tokens.has(at) ? [] : [at]));
  return content.length === 0 ? 1 : content.filter((at) => tokens.has(at)).length / content.length;
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
  if (alike.length > 1) return { kind: 'choose', services: alike };
  return aboutService(asked, entry.service, best.tokens);
}

/** The best service and those that people take for it and that the words fit as well. */
function lookAlikes(ranked: readonly RankedEntry[], best: RankedEntry, service: Service): Service[] {
  const near = ranked.flatMap(({ entry, score }) =>
    entry.kind === 'service' && score >= best.score * AS_GOOD ? [entry.service] : [],
  );
  const isAlike = (one: Service, other: Service) =>
    [...one.lookAlikes, ...one.related.map((id) => ({ id }))].some(({ id }) => id === other.id);
  return near.filter((one) => one === service || isAlike(one, service) || isAlike(service, one)).slice(0, MOST_CHOICES);
}

function aboutService(asked: LibraryQuestion, service: Service, named: ReadonlySet<number>): LibraryFinding {
  const parts = askedParts(asked.cues, named);
  const asking = new Set(parts.flatMap(({ from, to }) => range(from, to)));
  const chatter = new Set(asked.cues.at('chatter').flatMap(({ from, to }) => (to - from === 1 ? [from] : [])));
  const words = asked.question.tokens.flatMap(({ folded }, at) => (asking.has(at) || chatter.has(at) ? [] : [folded]));
  return { kind: 'service', service, parts: [...new Set(parts.map(({ part }) => part))], words };
}

/** "Lệ phí bao nhiêu?" after an answer about a procedure asks for that one's. */
function leaning(asked: LibraryQuestion, index: LibraryIndex): LibraryFinding | null {
  const service = servicesOf(index).find(({ id }) => id === asked.lastService);
  if (!service || asked.question.tokens.length > LONGEST_FOLLOW_UP) return null;
  const finding = aboutService(asked, service, new Set());
  return finding.kind === 'service' && finding.parts.length > 0 ? finding : null;
}

function namedOutright(named: NamedEntry): LibraryFinding {
  if (named.kind === 'course') return { kind: 'course', course: named.course, lesson: null };
  return { kind: 'service', service: named.service, parts: named.parts, words: [] };
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
