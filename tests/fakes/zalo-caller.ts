import { onTestFinished } from 'vitest';
import * as z from 'zod';
import type { SimulatedZaloOptions } from '../../bot-server/src/simulated-zalo/settings.ts';
import { type SimulatedZalo, startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';

const answerSchema = z.looseObject({
  error: z.number().optional(),
  message: z.string().optional(),
  data: z.unknown().optional(),
});

/** A simulated Zalo that ends with the test, and a plain HTTP client for it that knows nothing of our own adapter. */
export async function zaloForTest(options: SimulatedZaloOptions = {}): Promise<ZaloForTest> {
  const zalo = await startSimulatedZalo(options);
  onTestFinished(() => zalo.stop());
  const token = zalo.control.issueTokens().access_token;
  return { ...zalo, token, call: zaloCaller(zalo.url, token) };
}

export type ZaloForTest = SimulatedZalo & { readonly token: string; readonly call: ZaloCaller };
export type ZaloCaller = ReturnType<typeof zaloCaller>;

export function zaloCaller(url: string, token: string) {
  const headers = { access_token: token, 'content-type': 'application/json' };
  return {
    post: (path: string, body: unknown) =>
      fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    get: (path: string, data?: unknown) =>
      fetch(`${url}${path}${data === undefined ? '' : `?data=${encodeURIComponent(JSON.stringify(data))}`}`, {
        headers,
      }),
    oauth: (form: Readonly<Record<string, string>>, secret = 'sim-app-secret') =>
      fetch(`${url}/v4/oa/access_token`, {
        method: 'POST',
        headers: { secret_key: secret },
        body: new URLSearchParams({ app_id: 'sim-app', ...form }),
      }),
    /** By v2, the state agency's way. */
    send: (userId: string, text: string) =>
      fetch(`${url}/v2.0/oa/message`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ recipient: { user_id: userId }, message: { text } }),
      }),
  };
}

/** The JSON of an answer, with the code that every answer of the OpenAPI has. */
export async function answerOf(request: Promise<Response>): Promise<z.infer<typeof answerSchema>> {
  return answerSchema.parse(await (await request).json());
}

export async function errorOf(request: Promise<Response>): Promise<number | undefined> {
  return (await answerOf(request)).error;
}
