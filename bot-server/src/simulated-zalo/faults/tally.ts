import type { Operation } from './outcomes.ts';

/** One request as the simulation saw it. */
export interface SeenRequest {
  readonly operation: Operation;
  readonly path: string;
  /** "0", "-235", "http 503", "cut", "garbled": what the caller was told. */
  readonly verdict: string;
  /** Epoch milliseconds by the simulation's clock, when it was answered. */
  readonly at: number;
}

/** Counts requests. */
export interface Tally {
  began(operation: Operation): void;
  ended(request: SeenRequest): void;
  readonly requests: readonly SeenRequest[];
  /** Requests of this operation, with this verdict when one is named. */
  count(operation: Operation, verdict?: string): number;
  /** "/v2.0/oa/message 0" → 12. */
  table(): Readonly<Record<string, number>>;
  /** The most requests of this operation that were under way at one moment. */
  mostAtOnce(operation: Operation): number;
  /** Requests of this operation that are not answered yet. */
  underWay(operation: Operation): number;
}

export function tally(): Tally {
  const requests: SeenRequest[] = [];
  const running = new Map<Operation, number>();
  const most = new Map<Operation, number>();
  return {
    requests,
    began(operation) {
      const now = (running.get(operation) ?? 0) + 1;
      running.set(operation, now);
      most.set(operation, Math.max(most.get(operation) ?? 0, now));
    },
    ended(request) {
      running.set(request.operation, (running.get(request.operation) ?? 1) - 1);
      requests.push(request);
    },
    count: (operation, verdict) =>
      requests.filter((one) => one.operation === operation && (verdict === undefined || one.verdict === verdict))
        .length,
    table() {
      const counts: Record<string, number> = {};
      for (const { path, verdict } of requests) {
        const name = `${path} ${verdict}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
    mostAtOnce: (operation) => most.get(operation) ?? 0,
    underWay: (operation) => running.get(operation) ?? 0,
  };
}
