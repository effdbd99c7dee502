import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import { fire } from '@phuong-so/shared/domain/broadcast-steps';
import { nextOccurrence } from '@phuong-so/shared/domain/repeat';
import type { Alarms } from '../ports/alarms.ts';
import type { DueBroadcast, TakenStep } from '../ports/broadcasts.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Rights } from '../ports/rights.ts';
import { type PreparingDeps, prepareNextPage } from './prepare-announcement.ts';

export interface AdvancingDeps extends PreparingDeps {
  readonly rights: Rights;
  readonly metrics: Metrics;
  readonly alarms: Alarms;
  readonly onError: (error: unknown) => void;
  /** Messages of these announcements may be due now. */
  readonly onPrepared: () => void;
}

/** Longer than reading and writing a page of people takes. */
const LEASE_MS = 30_000;
const AFTER_FAILURE_MS = 60_000;
const SERVICE = { subject: '', office: '' } as const;

/**
 * Does the next thing that is due by the clock: publishes what was scheduled, makes the deliveries of the next people, closes
 * what has gone out. False when nothing was due. Everything it does is one transaction under a lease: after a restart, or
 * with another worker, it goes on where it was.
 */
export async function advanceBroadcasts(deps: AdvancingDeps): Promise<boolean> {
  const now = deps.clock.now().getTime();
  const claim = await deps.broadcasts.claimDue(now, LEASE_MS);
  if (claim === null) {
    await closeSent(deps, now);
    return false;
  }
  try {
    if (claim.broadcast.state === 'scheduled') await fireScheduled(deps, claim, now);
    else await prepareNextPage(deps, claim);
    deps.onPrepared();
    await deps.alarms.clear('announcement_stuck', claim.broadcast.id);
  } catch (error) {
    deps.onError(error);
    await deps.alarms.raise('announcement_stuck', claim.broadcast.id, STUCK);
    await deps.broadcasts.release(claim, now + AFTER_FAILURE_MS);
  }
  return true;
}

const STUCK =
  'Một thông báo của phường chưa gửi được vì lỗi của máy chủ, và được thử lại mỗi phút: xem nhật ký, báo người phụ trách kỹ thuật.';

async function closeSent({ broadcasts, metrics }: AdvancingDeps, now: number): Promise<void> {
  const finished = await broadcasts.finishSent(now);
  for (let count = 0; count < finished; count += 1) metrics.count('announcements_total', { act: 'finished' });
}

/** The right of whoever wrote it is read at this moment; the next one of a series is made in the same transaction. */
async function fireScheduled(deps: AdvancingDeps, { broadcast, token }: DueBroadcast, now: number): Promise<void> {
  const { createdBy, sendAt } = broadcast;
  const right = createdBy === '' ? null : await deps.rights.of(createdBy);
  const step = fire(broadcast, right && { ...right, subject: createdBy }, now);
  if (step.kind === 'refused') throw new Error(`a due broadcast in the state ${broadcast.state}`);
  const { act, change } = step;
  const next = act === 'rights_gone' ? null : nextOf(broadcast, sendAt ?? now, now);
  const taken: TakenStep = {
    ...{ act, change, token, by: { ...SERVICE, at: now }, note: change.note ?? null },
    ...(next === null ? {} : { next }),
  };
  if ((await deps.broadcasts.take(broadcast, taken)) !== null) deps.metrics.count('announcements_total', { act });
}

/** What is asked of people moves with the time of sending. */
function nextOf({ anchor, repeat, event }: Broadcast, sendAt: number, now: number) {
  const at = nextOccurrence(anchor ?? sendAt, repeat, Math.max(sendAt, now));
  if (at === null) return null;
  return { sendAt: at, eventAt: event === null ? null : event.startsAt + (at - sendAt) };
}
