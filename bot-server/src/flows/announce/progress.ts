import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { DeliveryTotal, PeopleTotal } from '../../ports/deliveries.ts';
import type { AnswerTotal } from '../../ports/notice-wishes.ts';
import type { AnnounceDeps } from './deps.ts';

/** How far a broadcast got. */
export interface Progress {
  readonly broadcast: Broadcast;
  /** Everybody prepared so far, each once: `reached`, `waiting`, and those who are not reached. */
  readonly people: number;
  readonly reached: number;
  readonly waiting: number;
  readonly seen: number;
  readonly first: readonly DeliveryTotal[];
  /** Of the newest revision, where it is a correction. */
  readonly correction: readonly DeliveryTotal[];
  readonly answers: readonly AnswerTotal[];
  /** `hour`: epoch ms of its start. */
  readonly readsByHour: readonly { readonly hour: number; readonly reads: number }[];
  /** Nothing changes by itself any more but reads, receipts and answers. */
  readonly isSettled: boolean;
}

/** null where there is none. */
export async function readProgress(deps: AnnounceDeps, id: string): Promise<Progress | null> {
  const { broadcasts, deliveries, wishes } = deps;
  const broadcast = await broadcasts.byId(id);
  if (broadcast === null) return null;
  const [totals, people, readsByHour, answers] = await Promise.all([
    deliveries.totals(id),
    deliveries.people(id),
    deliveries.readsByHour(id),
    wishes.answers(id),
  ]);
  const { revision } = broadcast;
  return {
    ...{ broadcast, readsByHour, answers },
    people: people.reduce((sum, one) => sum + one.people, 0),
    reached: countIn(people, ['sent', 'delivered', 'seen']),
    waiting: countIn(people, ['pending', 'sending']),
    seen: countIn(people, ['seen']),
    first: totals.filter((total) => total.revision === 0),
    correction: totals.filter((total) => total.revision === revision && revision > 0),
    isSettled: isSettled(broadcast, totals),
  };
}

function countIn(people: readonly PeopleTotal[], states: readonly PeopleTotal['state'][]): number {
  return people.reduce((sum, one) => (states.includes(one.state) ? sum + one.people : sum), 0);
}

/** What is under way when somebody stops it ends a moment later; what nobody has sent yet does not begin by itself. */
function isSettled({ state }: Broadcast, totals: readonly DeliveryTotal[]): boolean {
  if (state === 'stopped') return !totals.some((total) => total.state === 'sending');
  return state === 'sent' || state === 'cancelled' || state === 'draft' || state === 'returned';
}
