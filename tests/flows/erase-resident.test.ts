import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { composeContent } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { startServer } from '../../bot-server/src/app/server.ts';
import { startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

/** The same person, as the Mini App and as the chat know them. */
const PERSON = 'nguoi-mini-app-5517';
const CHAT_PERSON = 'nguoi-chat-8824';
const NEIGHBOUR = 'hang-xom-mini-app-3301';
const TRACES = [PERSON, CHAT_PERSON, 'hoi-thoai-5517'];

/** The whole server with a stand-in for Zalo's chat and one for graph.zalo.me, which gives the access token back as the id. */
async function liveServer() {
  const zalo = await startSimulatedZalo({ webhook: { retryAfterMs: [] } });
  const graph = createServer((request, response) => {
    response.end(JSON.stringify({ id: request.headers.access_token, error: 0 }));
  });
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
  const folder = await folderWithIndex();
  const ward = (await composeContent(readConfig({ VAR_DIR: folder })).wardKeys())[0] ?? '';
  const config = readConfig({
    ...{ VAR_DIR: folder, PORT: '0', LOG_LEVEL: 'debug', ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret' },
    ...{ ZALO_OA_ID: 'sim-oa-1', ZALO_OA_SECRET_KEY: 'sim-oa-secret-1', ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1' },
    ...{ ZALO_OA_WARD: ward, ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
    ZALO_GRAPH_URL: `http://127.0.0.1:${(graph.address() as AddressInfo).port}`,
    ...{ ZALO_MINI_APP_ID: 'app-1', ZALO_MINI_APP_API_KEY: 'open-key' },
    ...{ ZALO_SEND_PER_SECOND: '0', CHAT_GATHER_MS: '20' },
  });
  const logged: string[] = [];
  const server = await startServer(config, createLog(config.logLevel, { write: (line) => void logged.push(line) }));
  zalo.control.webhook.setUrl(`${server.address}/webhooks/zalo`);
  const look = openSqliteState(path.join(folder, 'state.db'));
  onTestFinished(async () => {
    await server.stop();
    await zalo.stop();
    graph.close();
    await look.close();
  });
  const call = async (method: string, address: string, token: string | null, body?: unknown) => {
    const response = await fetch(server.address + address, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json().catch(() => null) };
  };
  return {
    ...{ ward, control: zalo.control, call, address: server.address },
    signIn: async (id: string) =>
      (await call('POST', '/api/v1/session', null, { accessToken: id })).json.token as string,
    async found(traces: readonly string[]): Promise<string[]> {
      const all: string[] = [];
      for (const [name, table] of Object.entries(look.tables)) {
        const rows = JSON.stringify(await look.db.select().from(table));
        all.push(...traces.filter((trace) => rows.includes(trace)).map((trace) => `table ${name}: ${trace}`));
      }
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
        if (!file.isFile()) continue;
        const bytes = readFileSync(path.join(file.parentPath, file.name));
        all.push(...traces.filter((trace) => bytes.includes(trace)).map((trace) => `file ${file.name}: ${trace}`));
      }
      return [...all, ...traces.filter((trace) => logged.join('\n').includes(trace)).map((trace) => `log: ${trace}`)];
    },
  };
}

type Live = Awaited<ReturnType<typeof liveServer>>;

/** Chooses, asks, reads, and joins their Zalo chat with a code from it. */
async function settleIn({ ward, control, call }: Live, token: string, chatPerson: string): Promise<void> {
  await call('PATCH', '/api/v1/me', token, { ward, notifications: true });
  const question = { ward, question: 'Ai ký kế hoạch này?', conversationId: 'hoi-thoai-5517' };
  expect((await call('POST', '/api/v1/ask', token, question)).status).toBe(200);
  control.person(chatPerson).writes('lien ket tai khoan');
  await expect.poll(() => control.delivered(chatPerson).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
  const text = control
    .delivered(chatPerson)
    .map((one) => one.text)
    .join('\n');
  const code = /Mã liên kết của bạn: (\S+)/.exec(text)?.[1];
  const linked = await call('POST', '/api/v1/me/link', token, { code });
  const [{ id }] = (await call('GET', `/api/v1/courses?ward=${ward}`, token)).json.courses;
  const course = (await call('GET', `/api/v1/courses/${id}?ward=${ward}`, token)).json;
  const reached = { course: id, lesson: course.parts[0].id, step: 1, finished: true };
  expect((await call('POST', '/api/v1/learning/progress', token, reached)).status).toBe(200);
  const answers = course.quiz.map(() => 0);
  expect((await call('POST', '/api/v1/learning/quiz', token, { id: 'lan-1', course: id, answers })).status).toBe(200);
  expect(linked.json).toMatchObject({ linked: 'chat', profile: { ward, chat_linked: true } });
}

test('a person joins their chat with a code from it, and erases themselves with the chat; neighbours stay', async () => {
  const live = await liveServer();
  const neighbour = await live.signIn(NEIGHBOUR);
  await live.call('PATCH', '/api/v1/me', neighbour, { ward: live.ward });
  const token = await live.signIn(PERSON);
  await settleIn(live, token, CHAT_PERSON);
  expect((await live.found([PERSON])).length).toBeGreaterThan(3);
  const data = JSON.stringify((await live.call('GET', '/api/v1/me/data', token)).json.records);
  expect(data).toContain('Điều vừa hỏi gần đây');
  expect(data).toContain('Bài đã học');
  expect(data).toContain(CHAT_PERSON);

  expect((await live.call('DELETE', '/api/v1/me', token)).json).toEqual({ erased: true });
  // What Zalo still tells of the last messages is done with.
  await live.control.webhook.idle();
  await expect.poll(() => live.found(TRACES)).toEqual([]);
  expect(await live.found([NEIGHBOUR])).not.toEqual([]);
});

test('consent taken back in Zalo erases the same, twice told once, and not whoever agreed anew on a later day', async () => {
  const live = await liveServer();
  await settleIn(live, await live.signIn(PERSON), CHAT_PERSON);
  const revoke = async (timestamp: number, key = 'open-key') => {
    const body = { event: 'user.revoke.consent', appId: 'app-1', userId: PERSON, timestamp };
    const mac = createHash('sha256').update(`app-1user.revoke.consent${timestamp}${PERSON}${key}`).digest('hex');
    const headers = { 'X-ZEvent-Signature': mac };
    const address = `${live.address}/webhooks/zalo-mini-app`;
    return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  expect(await revoke(Date.now(), 'wrong')).toBe(401);
  expect(await live.found([PERSON])).not.toEqual([]);
  const now = Date.now();
  expect([await revoke(now), await revoke(now)]).toEqual([200, 200]);
  await live.control.webhook.idle();
  await expect.poll(() => live.found(TRACES)).toEqual([]);
  await live.signIn(PERSON);
  expect(await revoke(now - 3 * 86_400_000)).toBe(200);
  expect(await live.found([PERSON])).not.toEqual([]);
});
