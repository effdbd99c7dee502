import type { Service } from '@phuong-so/shared/domain/library';
import type { LibraryEntry, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';
import { askedParts } from './asked-parts.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Spelling } from './respell.ts';
import type { WeighedEntry } from './weigh-entries.ts';

interface Asked {
  readonly question: CleanQuestion;
  readonly cues: CueReading;
}

/**
 * Look-alikes this near the best are asked about: sooner where little is said, because a longer question has told what there is
 * to tell, and less of whoever names it in full and asks for a part of it: they know which they mean. Calibrated on the
 * questions that were worked on (docs/decisions/0013).
 */
const AS_LIKELY = { short: 0.025, known: 0.1, long: 0.4 } as const;
/** In tokens. */
const LONGEST_SHORT = 12;
/** As likely as this look-alikes are, and as unlikely as that all others, of the likeliest. */
const ALIKE_BEFORE = { alike: 0.4, others: 0.3 } as const;
/** Those that have the very words that fit best need not be as near: only other words can have parted them. */
const SAME_WORDS = { coverage: 0.9, score: 0.66, share: 0.05 } as const;
const MOST_CHOICES = 3;
/** A life event is told beside a service when its words are said this far. */
const TOLD = { coverage: 0.85, share: 0.5 } as const;
/** Beside a service that is only told of, and not named, the life event is what is asked about. */
const TOLD_OUTRIGHT = { coverage: 0.95, share: 0.65 } as const;

/** What is said of the best of the entries: it, or a question back, or the life event that it belongs to. */
export function findingOf(
  asked: Asked,
  index: LibraryIndex,
  weighed: readonly WeighedEntry[],
  best: WeighedEntry,
): LibraryFinding {
  const { entry } = best;
  if (entry.kind !== 'service') return aboutOther(entry, index, best.lesson);
  const isShort = asked.question.tokens.length <= LONGEST_SHORT;
  const isKnown = best.named && askedParts(asked.cues, best.tokens).length > 0;
  const near = isShort ? (isKnown ? AS_LIKELY.known : AS_LIKELY.short) : AS_LIKELY.long;
  const alike = lookAlikes(weighed, best, entry.service, near);
  const least = alike.length > 1 ? TOLD : best.named ? null : TOLD_OUTRIGHT;
  const situation = least ? situationOf(weighed, alike, best, least) : null;
  if (situation) return findingOf(asked, index, weighed, situation);
  if (alike.length > 1) return { kind: 'choose', services: alike };
  return aboutService(asked, entry.service, best.tokens, index.spelling);
}

/** What is said of an entry that is no service. `lesson`: the one of a course that is meant; null: the course. */
export function aboutOther(
  entry: Exclude<LibraryEntry, { kind: 'service' }>,
  index: LibraryIndex,
  lesson: number | null,
): LibraryFinding {
  if (entry.kind === 'course') return { ...entry, lesson };
  if (entry.kind === 'elsewhere') return entry;
  const services = servicesAmong([...index.byKey.values()].map((one) => ({ entry: one })));
  return { ...entry, services: inOrder(entry.situation.services, services) };
}

/** The life event that a service belongs to, where the question tells of it and does not name the service. */
export function eventAround(
  index: LibraryIndex,
  weighed: readonly WeighedEntry[],
  best: WeighedEntry,
): LibraryFinding | null {
  if (best.entry.kind !== 'service' || best.named) return null;
  const event = situationOf(weighed, [best.entry.service], best, TOLD_OUTRIGHT);
  return event?.entry.kind === 'situation' ? aboutOther(event.entry, index, null) : null;
}

/** A life event that is told and that all of the services belong to: its list tells them apart. */
function situationOf(
  weighed: readonly WeighedEntry[],
  services: readonly Service[],
  best: WeighedEntry,
  least: { readonly coverage: number; readonly share: number },
): WeighedEntry | null {
  const isTold = ({ entry, coverage, score }: WeighedEntry) =>
    entry.kind === 'situation' &&
    coverage >= least.coverage &&
    score >= best.score * least.share &&
    services.every(({ id }) => entry.situation.services.includes(id));
  return weighed.find(isTold) ?? null;
}

/** Where the likeliest are taken for one another and no other comes near them: those. */
export function alikeBefore(weighed: readonly WeighedEntry[], { entry, ...best }: WeighedEntry): LibraryEntry[] | null {
  if (entry.kind !== 'service') return null;
  const alike = lookAlikes(weighed, { entry, ...best }, entry.service, ALIKE_BEFORE.alike);
  const next = weighed.find((one) => one.entry.kind !== 'service' || !alike.includes(one.entry.service));
  const isApart = next === undefined || next.share <= best.share * ALIKE_BEFORE.others;
  return alike.length > 1 && isApart ? alike.map((service) => ({ kind: 'service', service })) : null;
}

/** People take one for the other, as the file of either says. */
export function areAlike(one: Service, other: Service): boolean {
  return one.lookAlikes.some(({ id }) => id === other.id) || other.lookAlikes.some(({ id }) => id === one.id);
}

/** The best service and those that people take for it, or that have the very words, and that are as likely. */
function lookAlikes(
  weighed: readonly WeighedEntry[],
  best: WeighedEntry,
  service: Service,
  nearness: number,
): Service[] {
  const near = weighed.flatMap((one) => {
    if (one.entry.kind !== 'service') return [];
    const other = one.entry.service;
    if (other === service) return [other];
    const hasSameWords =
      one.coverage >= SAME_WORDS.coverage &&
      one.wording !== '' &&
      one.wording === best.wording &&
      one.score >= best.score * SAME_WORDS.score &&
      one.share >= best.share * SAME_WORDS.share;
    const isMeant = areAlike(other, service);
    return hasSameWords || (isMeant && one.share >= best.share * nearness) ? [other] : [];
  });
  return near.slice(0, MOST_CHOICES);
}

/** `named`: tokens that name the service and ask for no part of it. */
export function aboutService(
  { question, cues }: Asked,
  service: Service,
  named: ReadonlySet<number>,
  spelling: Spelling,
): LibraryFinding {
  const parts = askedParts(cues, named);
  const asking = new Set(parts.flatMap(({ from, to }) => range(from, to)));
  const chatter = new Set(cues.at('chatter').flatMap(({ from, to }) => (to - from === 1 ? [from] : [])));
  const tokens = spelling.mend(question.tokens);
  return {
    kind: 'service',
    service,
    parts: [...new Set(parts.map(({ part }) => part))],
    words: tokens.flatMap(({ folded }, at) => (asking.has(at) || chatter.has(at) ? [] : [folded])),
    yesNo: cues.has('yes_no'),
  };
}

export function servicesAmong(list: readonly { readonly entry: LibraryEntry }[]): Service[] {
  return list.flatMap(({ entry }) => (entry.kind === 'service' ? [entry.service] : []));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function inOrder(ids: readonly string[], services: readonly Service[]): Service[] {
  return ids.flatMap((id) => services.find((service) => service.id === id) ?? []);
}
