import type { Citation } from '@phuong-so/shared/domain/answer';
import type { PlanTarget } from '@phuong-so/shared/domain/plan';
import { padded } from '@phuong-so/shared/text/tokens';
import type { WardDocument, WardFacts } from '../../ports/ward-facts.ts';
import { citeFirst, placeName } from '../cite.ts';
import { valueWords } from '../target-values.ts';
import { asTitle, shorten } from '../wording.ts';

export interface Commitment {
  readonly line: string;
  readonly citation: Citation;
}

/** What a target must speak of to be about filing online: each by one of its wordings, folded. */
const ABOUT: readonly RegExp[] = [/ truc tuyen /, / (?:ho so|dich vu cong|thu tuc hanh chinh) /];
/** Speaks of people's own files before it speaks of the offer. */
const OF_FILES = / ho so /;
const LONGEST_NAME = 160;

const known = new WeakMap<WardFacts, Map<string, Commitment | null>>();

/**
 * What the ward's plan commits itself to about filing online: one target with its next year, counted from `today` (ISO
 * date); null when it sets none.
 */
export function planCommitment(facts: WardFacts, today: string): Commitment | null {
  const thisYear = today.slice(0, 4);
  const ofWard = known.get(facts) ?? new Map<string, Commitment | null>();
  known.set(facts, ofWard);
  const ready = ofWard.get(thisYear);
  if (ready !== undefined) return ready;
  const found = find(facts, thisYear);
  ofWard.set(thisYear, found);
  return found;
}

function find(facts: WardFacts, thisYear: string): Commitment | null {
  const targets = facts.documents.flatMap((document) =>
    document.plan.targets
      .filter(({ name }) => ABOUT.every((one) => one.test(padded(name))))
      .map((target) => ({ document, target })),
  );
  const ofFiles = targets.filter(({ target }) => OF_FILES.test(padded(target.name)));
  for (const { document, target } of [...ofFiles, ...targets]) {
    const told = tell(facts, document, target, thisYear);
    if (told) return told;
  }
  return null;
}

function tell(facts: WardFacts, document: WardDocument, target: PlanTarget, thisYear: string): Commitment | null {
  const years = Object.keys(target.values)
    .filter((one) => one !== '' && /\d/.test(valueWords(target, one) ?? ''))
    .sort();
  const year = years.find((one) => one >= thisYear) ?? years.at(-1);
  const quotes = [target.quote, ...target.moreQuotes].map(({ text }) => text);
  const { place } = target.quote;
  const [citation] = citeFirst(document, facts.profile.key, quotes, placeName(place), place.section);
  if (!year || !citation) return null;
  const name = shorten(asTitle(target.name), LONGEST_NAME);
  return { line: `Kế hoạch của phường đặt chỉ tiêu: ${name}: ${valueWords(target, year)} (năm ${year}).`, citation };
}
