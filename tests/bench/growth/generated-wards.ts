import type { PlanSection } from '@phuong-so/shared/domain/plan';
import type { PlanSource, WardSource } from '../../../bot-server/src/ingestion/build-index/build-index.ts';

/** Share of sections that a generated ward takes from another ward's plan. */
const BORROWED = 0.3;

/** The real wards first, then as many more as asked for: plans of real size and wording, each put together differently. */
export function* generatedWards(real: readonly WardSource[], count: number): Generator<WardSource> {
  yield* real.slice(0, count);
  const random = randomNumbers(20_251_122);
  for (let number = real.length; number < count; number += 1) {
    const base = real[number % real.length];
    const other = real[Math.floor(random() * real.length)];
    if (base === undefined || other === undefined) return;
    const key = `generated-${number}`;
    const plans = base.plans.map((source) => mixed(source, other.plans[0] ?? source, random));
    yield { key, profile: { ...base.profile, key, name: `phường Thử Nghiệm ${number}` }, plans };
  }
}

function mixed(base: PlanSource, other: PlanSource, random: () => number): PlanSource {
  const borrow = (section: PlanSection): PlanSection => {
    const from = other.plan.sections[Math.floor(random() * other.plan.sections.length)];
    return from !== undefined && random() < BORROWED ? { ...section, paragraphs: from.paragraphs } : section;
  };
  return { ...base, plan: { ...base.plan, sections: base.plan.sections.map(borrow) } };
}

/** Mulberry32: the same wards on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedBits = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedBits = (mixedBits + Math.imul(mixedBits ^ (mixedBits >>> 7), 61 | mixedBits)) ^ mixedBits;
    return ((mixedBits ^ (mixedBits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
