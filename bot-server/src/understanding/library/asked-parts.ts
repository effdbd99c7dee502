import type { CueName } from '@phuong-so/shared/content/cues';
import type { ServicePart } from '@phuong-so/shared/domain/library-finding';
import type { CueReading } from '../cue-reading.ts';

const CUES: Readonly<Record<ServicePart, CueName>> = {
  papers: 'part_papers',
  fee: 'part_fee',
  time: 'part_time',
  where: 'part_where',
  who: 'part_who',
  result: 'part_result',
  online: 'part_online',
  counter: 'part_counter',
  steps: 'part_steps',
  mistakes: 'part_mistakes',
};

/** A part asked for by the tokens `from` to `to`. */
export interface AskedPart {
  readonly part: ServicePart;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a procedure that the question asks for, in its order; a phrase inside a longer one asks for nothing:
 * "được bao nhiêu" is no "bao nhiêu". `named`: tokens that name the procedure itself.
 */
export function askedParts(cues: CueReading, named: ReadonlySet<number>): AskedPart[] {
  const all = (Object.keys(CUES) as ServicePart[]).flatMap((part) =>
    cues.at(CUES[part]).map(({ from, to }) => ({ part, from, to })),
  );
  const free = all.filter(({ from, to }) => !range(from, to).every((at) => named.has(at)));
  return free.filter((one) => !free.some((other) => isInside(one, other))).sort((a, b) => a.from - b.from);
}

function isInside(one: AskedPart, other: AskedPart): boolean {
  return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
