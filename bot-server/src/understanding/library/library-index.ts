import type { Service } from '@phuong-so/shared/domain/library';
import type { LibraryEntry } from '@phuong-so/shared/domain/library-finding';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { Library } from '../../ports/library.ts';
import type { EntryKey } from './learned.ts';
import { Spelling } from './respell.ts';
import { WordGroups, type WordUnit } from './word-units.ts';

/** One way of naming an entry. */
export interface Wording {
  readonly entry: number;
  readonly text: string;
  readonly units: readonly WordUnit[];
  /** Sum of the units' weights. */
  readonly total: number;
  /** How much a match counts: a name more than a description. */
  readonly worth: number;
  /** A title or what people call it, rather than how they tell of it. */
  readonly isName: boolean;
  /** Index into {@link LibraryEntry} course lessons, where the wording is a lesson's. */
  readonly lesson: number | null;
}

/** Where a unit stands: wording and position of the unit in it. */
export interface Posting {
  readonly wording: number;
  readonly unit: number;
}

export interface LibraryIndex {
  readonly entries: readonly LibraryEntry[];
  readonly byKey: ReadonlyMap<EntryKey, LibraryEntry>;
  readonly wordings: readonly Wording[];
  readonly bySyllable: ReadonlyMap<string, readonly Posting[]>;
  readonly byGroup: ReadonlyMap<number, readonly Posting[]>;
  readonly groups: WordGroups;
  readonly spelling: Spelling;
  /** For each entry the pairs of folded syllables that its text below the name has: "giay to". */
  readonly bodies: readonly ReadonlySet<string>[];
}

/** A description says more than what the entry is asked by. */
const DESCRIPTION_WORTH = 0.75;
/** Words that keep company in every sentence ("làm", "xin", "cho") tell entries apart but little. */
const COMPANY_WEIGHT = 0.25;
/** A phrase of several syllables weighs more than one syllable, and less than each apart. */
const FURTHER_SYLLABLE = 0.7;
const COMPANY = new Set(
  'làm xin cho của và với ở tại có không được phải cần muốn thì là mà đi ra vào về lên xuống bị đã rồi giờ một các những này khi để từ đến trong trên cả luôn tôi mình em nhà giấy gì nào sao nhưng hay hoặc theo cái người ta lại còn nữa'.split(
    ' ',
  ),
);

const built = new WeakMap<Library, WeakMap<readonly Service[], LibraryIndex>>();

/** The words of everything that a ward's residents may be led to; made once for a library and a ward's services. */
export function libraryIndex(library: Library, ward: string): LibraryIndex {
  const services = library.services(ward);
  const ofLibrary = built.get(library) ?? new WeakMap<readonly Service[], LibraryIndex>();
  built.set(library, ofLibrary);
  const ready = ofLibrary.get(services) ?? build(library, services);
  ofLibrary.set(services, ready);
  return ready;
}

interface Named {
  readonly entry: number;
  readonly text: string;
  readonly units: readonly WordUnit[];
  readonly worth: number;
  readonly isName: boolean;
  readonly lesson: number | null;
}

function build(library: Library, services: readonly Service[]): LibraryIndex {
  const { finder, courses } = library;
  const groups = new WordGroups(finder.groups);
  const entries: LibraryEntry[] = [
    ...services.map((service) => ({ kind: 'service', service }) as const),
    ...courses.map((course) => ({ kind: 'course', course }) as const),
    ...finder.situations.map((situation) => ({ kind: 'situation', situation }) as const),
    ...finder.elsewhere.map((elsewhere) => ({ kind: 'elsewhere', elsewhere }) as const),
  ];
  const wordings = entries.map(wordingsOf);
  const named = wordings.flatMap((list, at) =>
    list.map((one) => ({ ...one, entry: at, units: groups.unitsOf(one.text) })),
  );
  const weigh = weights(named, entries.length);
  const weighed = named.map((one) => {
    const units = one.units.map((unit) => ({ ...unit, weight: weigh(unit) }));
    return { ...one, units, total: units.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const texts = [...wordings.flatMap((list) => list.map(({ text }) => text)), ...finder.groups.flat()];
  const bodies = entries.map((entry) => pairsOf(bodyOf(entry)));
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return { entries, byKey, wordings: weighed, groups, spelling: new Spelling(texts), bodies, ...postings(weighed) };
}

/** How an entry is told apart from every other. */
export function keyOf(entry: LibraryEntry): EntryKey {
  return `${entry.kind}:${idOf(entry)}`;
}

/** Its id, or its title where it has none. */
export function idOf(entry: LibraryEntry): string {
  switch (entry.kind) {
    case 'service':
      return entry.service.id;
    case 'course':
      return entry.course.id;
    case 'situation':
      return entry.situation.title;
    case 'elsewhere':
      return entry.elsewhere.title;
  }
}

interface Worded {
  readonly text: string;
  readonly worth: number;
  readonly isName: boolean;
  readonly lesson: number | null;
}

function wordingsOf(entry: LibraryEntry): Worded[] {
  const name = (text: string): Worded => ({ text, worth: 1, isName: true, lesson: null });
  const description = (text: string): Worded => ({ text, worth: DESCRIPTION_WORTH, isName: false, lesson: null });
  switch (entry.kind) {
    case 'service': {
      const { title, also, situations, summary } = entry.service;
      return [...[title, ...also].map(name), ...[summary, ...situations].map(description)];
    }
    case 'course': {
      const { title, also, summary, lessons } = entry.course;
      const ofLessons = lessons.flatMap((one, lesson) =>
        [one.title, one.goal].map((text) => ({ text, worth: DESCRIPTION_WORTH, isName: false, lesson })),
      );
      return [...[title, ...also].map(name), description(summary), ...ofLessons];
    }
    case 'situation':
      return [entry.situation.title, ...entry.situation.also].map(name);
    case 'elsewhere':
      return [entry.elsewhere.title, ...entry.elsewhere.also].map(name);
  }
}

/** A word that few entries have weighs more. */
function weights(named: readonly Named[], entries: number): (unit: WordUnit) => number {
  const having = new Map<string, Set<number>>();
  for (const { entry, units } of named)
    for (const unit of units) having.set(keyOfUnit(unit), (having.get(keyOfUnit(unit)) ?? new Set()).add(entry));
  return (unit) => {
    const rarity = Math.log(1 + entries / (having.get(keyOfUnit(unit))?.size ?? 1));
    if (unit.kind === 'group') return rarity * (1 + (unit.said.split(' ').length - 1) * FURTHER_SYLLABLE);
    return COMPANY.has(unit.marked) ? rarity * COMPANY_WEIGHT : rarity;
  };
}

function keyOfUnit(unit: WordUnit): string {
  return unit.kind === 'syllable' ? unit.marked : `#${unit.groups.join(',')}`;
}

function postings(wordings: readonly Wording[]): Pick<LibraryIndex, 'bySyllable' | 'byGroup'> {
  const bySyllable = new Map<string, Posting[]>();
  const byGroup = new Map<number, Posting[]>();
  const add = <Key>(map: Map<Key, Posting[]>, key: Key, posting: Posting) => {
    const list = map.get(key);
    if (list) list.push(posting);
    else map.set(key, [posting]);
  };
  wordings.forEach(({ units }, wording) => {
    units.forEach((unit, at) => {
      const posting = { wording, unit: at };
      if (unit.kind === 'group') for (const group of unit.groups) add(byGroup, group, posting);
      else add(bySyllable, unit.folded, posting);
    });
  });
  return { bySyllable, byGroup };
}

/** What an entry says beside its names: where a question asks for a detail, these words tell whose detail it is. */
function bodyOf(entry: LibraryEntry): string[] {
  if (entry.kind === 'course') return entry.course.lessons.flatMap(({ steps }) => steps);
  if (entry.kind !== 'service') return [];
  const { who, papers, where, time, fee, result, mistakes, stepsOnline, stepsCounter } = entry.service;
  const single = [who, where, time, fee, result].flatMap((text) => text ?? []);
  const ofPapers = papers.flatMap(({ name, note }) => [name, note ?? '']);
  return [...single, ...ofPapers, ...mistakes, ...stepsOnline, ...stepsCounter];
}

function pairsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const words = foldedSyllables(text);
      return words.slice(1).map((word, at) => `${words[at]} ${word}`);
    }),
  );
}
