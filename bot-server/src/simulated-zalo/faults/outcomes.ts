import * as z from 'zod';
import type { Random } from './seeded-random.ts';

/** What a request asks for; faults are planned and requests are counted by these names. */
export const OPERATIONS = [
  'send',
  'conversation',
  'recent_chats',
  'account',
  'user_detail',
  'erase',
  'quota',
  'group_send',
  'template_send',
  'notify',
  'oauth',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** `delivered`: the request does its work (the message arrives, the tokens are exchanged) although the answer says otherwise. */
const delivered = z.boolean().default(false);

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('normal') }),
  /** Zalo's own error in an HTTP 200. */
  z.object({ kind: z.literal('error'), error: z.int(), delivered }),
  /** An HTTP status with a page that is no JSON, as gateways answer; with `json` a body of Zalo's form (401, 403 …). */
  z.object({ kind: z.literal('http'), status: z.int().min(400).max(599), delivered, json: z.boolean().default(false) }),
  /** The connection is destroyed without an answer. */
  z.object({ kind: z.literal('cut'), delivered }),
  /** The true answer, after this time; when nothing is delivered, a 504 page. */
  z.object({ kind: z.literal('late'), ms: z.number().nonnegative(), delivered: z.boolean().default(true) }),
  /** HTTP 200 with something that is not the documented JSON. */
  z.object({ kind: z.literal('garbled'), body: z.string().default('{"error":0,"message":"Succ'), delivered }),
]);
export type Outcome = z.output<typeof outcomeSchema>;
/** An outcome as it is planned: `delivered` may be left out, and is then false (true for `late`). */
export type PlannedOutcome = z.input<typeof outcomeSchema>;

/** Share of the requests, 0 to 1, that end so. Together at most 1. */
export interface FaultRates {
  readonly error32?: number;
  /** 500, 502, 503 or 504 without JSON, half of them after the work was done. */
  readonly http5xx?: number;
  /** -216 to this one request; the token stays good. */
  readonly invalidToken?: number;
  readonly cutAfterDelivery?: number;
  readonly cutBeforeDelivery?: number;
  /** -200, half of them after the message was delivered. */
  readonly error200?: number;
  /** Half of them after the work was done. */
  readonly garbled?: number;
}

const FAULTS: Record<keyof FaultRates, (random: Random) => Outcome> = {
  error32: () => ({ kind: 'error', error: -32, delivered: false }),
  http5xx: (random) => ({
    kind: 'http',
    status: [500, 502, 503, 504][Math.floor(random() * 4)] ?? 500,
    delivered: random() < 0.5,
    json: false,
  }),
  invalidToken: () => ({ kind: 'error', error: -216, delivered: false }),
  cutAfterDelivery: () => ({ kind: 'cut', delivered: true }),
  cutBeforeDelivery: () => ({ kind: 'cut', delivered: false }),
  error200: (random) => ({ kind: 'error', error: -200, delivered: random() < 0.5 }),
  garbled: (random) => ({ kind: 'garbled', body: '{"error":0,"message":"Succ', delivered: random() < 0.5 }),
};

/** Draws the fate of one request. */
export function drawOutcome(rates: FaultRates, random: Random): Outcome {
  let left = random();
  for (const [name, make] of Object.entries(FAULTS) as [keyof FaultRates, (random: Random) => Outcome][]) {
    left -= rates[name] ?? 0;
    if (left < 0) return make(random);
  }
  return { kind: 'normal' };
}

/** What becomes of the next requests: first what was planned for their operation, then chance. */
export interface FaultPlan {
  next(operation: Operation): Outcome;
  plan(operation: Operation, outcomes: readonly PlannedOutcome[]): void;
  setRates(rates: FaultRates): void;
  /** Planned outcomes that no request has met yet. */
  left(operation: Operation): number;
}

export function faultPlan(rates: FaultRates, oauthRates: FaultRates, random: Random): FaultPlan {
  const planned = new Map<Operation, Outcome[]>();
  let openapi = rates;
  return {
    next(operation) {
      const first = planned.get(operation)?.shift();
      return first ?? drawOutcome(operation === 'oauth' ? oauthRates : openapi, random);
    },
    plan(operation, outcomes) {
      const parsed = outcomes.map((outcome) => outcomeSchema.parse(outcome));
      planned.set(operation, [...(planned.get(operation) ?? []), ...parsed]);
    },
    setRates(changed) {
      openapi = changed;
    },
    left: (operation) => planned.get(operation)?.length ?? 0,
  };
}
