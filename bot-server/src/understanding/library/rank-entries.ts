import type { LibraryEntry } from '@phuong-so/shared/domain/library-finding';
import type { LibraryIndex, Posting, Wording } from './library-index.ts';
import type { SpelledToken } from './respell.ts';

/** An entry that the question's words fit, best first. */
export interface RankedEntry {
  readonly entry: LibraryEntry;
  readonly score: number;
  /** Share of the best wording that the question says: 0..1. */
  readonly coverage: number;
  /** What the best wording alone gives. */
  readonly best: number;
  /** Tokens of the question that the entry's wordings explain. */
  readonly tokens: ReadonlySet<number>;
  /** A title or what people call it is said in full. */
  readonly named: boolean;
  /** Tokens that only its text explains. */
  readonly details: ReadonlySet<number>;
  /** The name that fits best, "" for a description: entries that share it cannot be told apart by it. */
  readonly wording: string;
  /** Lesson of a course that the words fit best; null when they fit the course as a whole. */
  readonly lesson: number | null;
}

/** How sure it is that a typed word is the one meant. */
const QUALITY = { same: 1, otherMarks: 0.55, respelled: 0.8, sameGroup: 0.85 } as const;
/** A word alone, with none of its neighbours beside it, may be any other word. */
const ALONE = 0.4;
/** Words between two that belong together: "mất (cái) căn cước"; fewer inside a word of two syllables. In tokens. */
const LONGEST_GAP = 2;
/** What further wordings of the entry add beside the best one. */
const BESIDE = 0.35;
/** A wording less said than this adds nothing to others. */
const LEAST_BESIDE = 0.5;

const IN_FULL = 0.95;
/** From this coverage on the entry is named. */
const NAMED = 0.8;
/** What a pair of words in the entry's text adds, and how many count. */
const DETAIL = 0.9;
const MOST_DETAILS = 5;

interface Place {
  readonly from: number;
  readonly to: number;
  readonly quality: number;
}

/** Ranks entries by their wordings: each unit by how well it is said, more when its neighbours are said beside it. */
export function rankEntries(
  index: LibraryIndex,
  tokens: readonly SpelledToken[],
  weights: readonly number[],
): RankedEntry[] {
  const places = placesOf(index, tokens, weights);
  const byEntry = new Map<number, Said[]>();
  for (const [at, ofWording] of places) {
    const wording = index.wordings[at];
    if (!wording) continue;
    const said = howSaid(wording, ofWording);
    if (said.score <= 0) continue;
    const list = byEntry.get(wording.entry);
    if (list) list.push(said);
    else byEntry.set(wording.entry, [said]);
  }
  const ranked = [...byEntry].flatMap(([at, said]) => {
    const entry = index.entries[at];
    return entry ? [withDetails(summed(entry, said), index.bodies[at], tokens)] : [];
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** A named entry whose text speaks of the question's other words is the one asked about: they are a detail of it. */
function withDetails(
  one: RankedEntry,
  body: ReadonlySet<string> | undefined,
  tokens: readonly SpelledToken[],
): RankedEntry {
  if (one.coverage < NAMED || !body) return one;
  const found = tokens.slice(1).flatMap(({ folded }, at) => {
    const isOwn = one.tokens.has(at) && one.tokens.has(at + 1);
    return !isOwn && body.has(`${tokens[at]?.folded} ${folded}`) ? [at] : [];
  });
  const details = new Set(found.flatMap((at) => [at, at + 1]));
  return { ...one, details, score: one.score + Math.min(found.length, MOST_DETAILS) * DETAIL };
}

interface Said {
  readonly score: number;
  readonly coverage: number;
  readonly lesson: number | null;
  readonly wording: string;
  readonly isName: boolean;
  /** What each token of the question gives. */
  readonly shares: ReadonlyMap<number, number>;
}

function summed(entry: LibraryEntry, said: readonly Said[]): RankedEntry {
  const [best, ...others] = [...said].sort((a, b) => b.score - a.score);
  const shares = new Map(best?.shares);
  let beside = 0;
  for (const { coverage, shares: more } of others) {
    if (coverage < LEAST_BESIDE) continue;
    for (const [token, share] of more) {
      const known = shares.get(token) ?? 0;
      if (share <= known) continue;
      beside += share - known;
      shares.set(token, share);
    }
  }
  return {
    entry,
    score: (best?.score ?? 0) + beside * BESIDE,
    coverage: best?.coverage ?? 0,
    best: best?.score ?? 0,
    tokens: new Set(shares.keys()),
    details: new Set(),
    named: said.some(({ isName, coverage }) => isName && coverage >= IN_FULL),
    wording: best?.wording ?? '',
    lesson: best?.lesson ?? null,
  };
}

type PlacesByUnit = Map<number, Place[]>;

function placesOf(
  index: LibraryIndex,
  tokens: readonly SpelledToken[],
  weights: readonly number[],
): Map<number, PlacesByUnit> {
  const places = new Map<number, PlacesByUnit>();
  const add = ({ wording, unit }: Posting, place: Place) => {
    const ofWording = places.get(wording) ?? new Map<number, Place[]>();
    places.set(wording, ofWording);
    const ofUnit = ofWording.get(unit);
    if (ofUnit) ofUnit.push(place);
    else ofWording.set(unit, [place]);
  };
  tokens.forEach((token, at) => {
    const weight = weights[at] ?? 1;
    for (const posting of index.bySyllable.get(token.folded) ?? []) {
      const quality = markQuality(index, posting, token);
      add(posting, { from: at, to: at + 1, quality: quality * weight });
    }
  });
  for (const { groups, said, from, to } of index.groups.everyIn(tokens)) {
    const weight = weights[from] ?? 1;
    for (const group of groups)
      for (const posting of index.byGroup.get(group) ?? []) {
        const unit = index.wordings[posting.wording]?.units[posting.unit];
        const same = unit?.kind === 'group' && unit.said === said;
        add(posting, { from, to, quality: (same ? QUALITY.same : QUALITY.sameGroup) * weight });
      }
  }
  return places;
}

function markQuality(index: LibraryIndex, { wording, unit: at }: Posting, token: SpelledToken): number {
  const unit = index.wordings[wording]?.units[at];
  if (token.respelled) return QUALITY.respelled;
  if (unit?.kind !== 'syllable' || unit.marked === token.marked) return QUALITY.same;
  const bare = token.marked === token.folded && token.mayLackMarks;
  return bare ? QUALITY.same : QUALITY.otherMarks;
}

function howSaid({ units, total, worth, lesson, text, isName }: Wording, places: PlacesByUnit): Said {
  const shares = new Map<number, number>();
  let matched = 0;
  units.forEach((unit, at) => {
    const found = bestPlace(units, at, places);
    if (!found) return;
    const share = unit.weight * found.quality;
    matched += share;
    for (let token = found.from; token < found.to; token += 1)
      shares.set(token, Math.max(shares.get(token) ?? 0, share / (found.to - found.from)));
  });
  const coverage = total === 0 ? 0 : matched / total;
  return { score: matched * coverage * worth, coverage, lesson, shares, wording: worth === 1 ? text : '', isName };
}

/** The place that says a unit best. */
function bestPlace(units: Wording['units'], at: number, places: PlacesByUnit): Place | null {
  const isPair = units.length === 2 && units.every(({ kind }) => kind === 'syllable');
  const gap = isPair ? LONGEST_GAP - 1 : LONGEST_GAP;
  let best: Place | null = null;
  for (const place of places.get(at) ?? []) {
    const linked =
      units.length === 1 ||
      (places.get(at - 1) ?? []).some((before) => isNear(before, place, gap)) ||
      (places.get(at + 1) ?? []).some((after) => isNear(place, after, gap));
    const quality = linked ? place.quality : place.quality * ALONE;
    if (quality > (best?.quality ?? 0)) best = { ...place, quality };
  }
  return best;
}

function isNear(before: Place, after: Place, most: number): boolean {
  const gap = after.from - before.to;
  return gap >= 0 && gap <= most;
}
