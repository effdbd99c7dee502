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

const known = new WeakMap<WardFacts, Commitment | null>();

/** What the ward's plan commits itself to about filing online: one target with its last year; null when it sets none. */
export function planCommitment(facts: WardFacts): Commitment | null {
  const ready = known.get(facts);
  if (ready !== undefined) return ready;
  const found = find(facts);
  known.set(facts, found);
  return found;
}

function find(facts: WardFacts): Commitment | null {
  const targets = facts.documents.flatMap((document) =>
    document.plan.targets
      .filter(({ name }) => ABOUT.every((one) => one.test(padded(name))))
      .map((target) => ({ document, target })),
  );
  const ofFiles = targets.filter(({ target }) => OF_FILES.test(padded(target.name)));
  for (const { document, target } of [...ofFiles, ...targets]) {
    const told = tell(facts, document, target);
    if (told) return told;
  }
  return null;
}

function tell(facts: WardFacts, document: WardDocument, target: PlanTarget): Commitment | null {
  const year = Object.keys(target.values)
    .filter((one) => one !== '' && /\d/.test(valueWords(target, one) ?? ''))
    .sort()
    .at(-1);
  const quotes = [target.quote, ...target.moreQuotes].map(({ text }) => text);
  const { place } = target.quote;
  const [citation] = citeFirst(document, facts.profile.key, quotes, placeName(place), place.section);
  if (!year || !citation) return null;
  const name = shorten(asTitle(target.name), LONGEST_NAME);
  return { line: `Kế hoạch của phường đặt chỉ tiêu: ${name}: ${valueWords(target, year)} (năm ${year}).`, citation };
}
