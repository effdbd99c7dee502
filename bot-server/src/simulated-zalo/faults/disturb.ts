import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { failed, oauthFailed, type ZaloAnswer } from '../routes/zalo-answer.ts';
import type { World } from '../world.ts';
import { drawLatency } from './latency.ts';
import type { Operation, Outcome } from './outcomes.ts';

export type SimulationEnv = { Bindings: HttpBindings };
export type Answering = (c: Context<SimulationEnv>) => Promise<ZaloAnswer> | ZaloAnswer;
type Told = { readonly response: Response; readonly verdict: string };

/** Puts latency and the planned fault over what a route would answer, and counts what came of it. */
export function withFaults(world: World, operation: Operation, answer: Answering) {
  return async (c: Context<SimulationEnv>): Promise<Response> => {
    world.tally.began(operation);
    const latency = operation === 'oauth' ? world.oauthLatency : world.latency;
    const half = latency === undefined ? 0 : drawLatency(latency, world.random) / 2;
    let verdict = 'broken';
    try {
      if (half > 0) await wait(half);
      const outcome = world.faults.next(operation);
      const works = outcome.kind === 'normal' || outcome.delivered;
      const truth = works ? await answer(c) : null;
      if (half > 0) await wait(half);
      const told = await tell(c, operation, outcome, truth);
      verdict = told.verdict;
      return told.response;
    } finally {
      world.tally.ended({ operation, path: c.req.path, verdict, at: world.now() });
    }
  };
}

async function tell(
  c: Context<SimulationEnv>,
  operation: Operation,
  outcome: Outcome,
  truth: ZaloAnswer | null,
): Promise<Told> {
  switch (outcome.kind) {
    case 'normal':
      return truthfully(truth);
    case 'late':
      await wait(outcome.ms);
      return truth === null ? gatewayPage(504) : truthfully(truth);
    case 'cut':
      c.env.incoming.socket.destroy();
      return { response: RESPONSE_ALREADY_SENT, verdict: 'cut' };
    case 'garbled':
      return { response: c.body(outcome.body, 200, { 'content-type': 'application/json' }), verdict: 'garbled' };
    case 'http':
      return outcome.json ? jsonPage(outcome.status) : gatewayPage(outcome.status);
    case 'error':
      return truthfully(errorOf(operation, outcome.error));
  }
}

function errorOf(operation: Operation, error: number): ZaloAnswer {
  return operation === 'oauth' ? oauthFailed(error, 'Simulated error') : failed(error);
}

function truthfully(answer: ZaloAnswer | null): Told {
  if (answer === null) return gatewayPage(500);
  const { status, body, headers } = answer;
  const verdict = status === 200 ? String(body.error ?? 0) : `http ${status}`;
  const response = new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { response, verdict };
}

function gatewayPage(status: number): Told {
  const page = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`;
  const response = new Response(page, { status, headers: { 'content-type': 'text/html' } });
  return { response, verdict: `http ${status}` };
}

function jsonPage(status: number): Told {
  const response = truthfully({ ...failed(status === 401 ? -216 : -200), status }).response;
  return { response, verdict: `http ${status}` };
}
