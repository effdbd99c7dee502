import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import { openSqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import { composeContent } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { startServer } from '../../bot-server/src/app/server.ts';
import { startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { scheduleEmergency } from '../fakes/many-residents.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

const PERSON = 'nguoi-xin-xoa-7190';
const NEIGHBOUR = 'nguoi-o-lai-2231';
const GREETING = /^Xin chào! Tôi là trợ lý tự động/;
/** What only this person could have brought into the house. */
const TRACES = [PERSON, 'chim én', 'Phan Thị Mô Phỏng', '0912 345 678', '0912345678', '84912345678', '84987650001'];

/** The whole server, listening, with the simulated Zalo in Zalo's place. */
async function liveChat() {
  const zalo = await startSimulatedZalo({ webhook: { retryAfterMs: [] } });
  const folder = await folderWithIndex();
  const ward = (await composeContent(readConfig({ VAR_DIR: folder })).wardKeys())[0] ?? '';
  const config = readConfig({
    ...{ VAR_DIR: folder, PORT: '0', LOG_LEVEL: 'debug', ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret' },
    ...{ ZALO_OA_ID: 'sim-oa-1', ZALO_OA_SECRET_KEY: 'sim-oa-secret-1', ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1' },
    ...{ ZALO_OA_WARD: ward, ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
    ...{ ZALO_SEND_PER_SECOND: '0', CHAT_GATHER_MS: '20', CHAT_QUESTIONS_PER_MINUTE: '100' },
  });
  const logged: string[] = [];
  const server = await startServer(config, createLog(config.logLevel, { write: (line) => void logged.push(line) }));
  zalo.control.webhook.setUrl(`${server.address}/webhooks/zalo`);
  onTestFinished(async () => {
    await server.stop();
    await zalo.stop();
  });
  const { control } = zalo;
  const look = openSqliteState(path.join(folder, 'state.db'));
  onTestFinished(() => look.close());
  return {
    ...{ control, folder, logged, look, ward, address: server.address },
    person: control.person(PERSON),
    neighbour: control.person(NEIGHBOUR),
    /** Waits until the person has so many messages; gives the newest. */
    async answered(userId: string, count: number): Promise<{ text: string; messageId: string }> {
      await expect.poll(() => control.delivered(userId).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
      const newest = control.delivered(userId).at(-1);
      if (newest === undefined) throw new Error('nothing came');
      return newest;
    },
    async settled(): Promise<void> {
      await control.webhook.idle();
      const { inboxEvents, outboxMessages } = look.tables;
      const waiting = async () => {
        const events = (await look.db.select().from(inboxEvents)).filter(({ threadId }) => threadId !== null);
        const messages = (await look.db.select().from(outboxMessages)).filter(({ status }) => status === 'pending');
        return events.length + messages.length;
      };
      await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
      await control.webhook.idle();
    },
    /** Which traces stand in which table. */
    async inTables(): Promise<string[]> {
      const found: string[] = [];
      for (const [name, table] of Object.entries(look.tables)) {
        const rows = JSON.stringify(await look.db.select().from(table));
        found.push(...TRACES.filter((trace) => rows.includes(trace)).map((trace) => `${name}: ${trace}`));
      }
      return found;
    },
    /** Which traces stand in which file of the state folder, as bytes. */
    inFiles(): string[] {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
      return files.flatMap((file) => {
        if (!file.isFile()) return [];
        const bytes = readFileSync(path.join(file.parentPath, file.name));
        return TRACES.filter((trace) => bytes.includes(trace)).map((trace) => `${file.name}: ${trace}`);
      });
    },
    inLog: () => TRACES.filter((trace) => logged.join('\n').includes(trace)),
  };
}

type LiveChat = Awaited<ReturnType<typeof liveChat>>;

/** Follows, asks, quotes, sends a photo, fills in the form, is written to by an official, gets receipts. */
async function longTalk({ person, control, answered, settled }: LiveChat): Promise<void> {
  person.follows();
  await answered(PERSON, 1);
  person.writes('Ai ký kế hoạch này? Số của tôi 0912 345 678, nhà ngõ chim én');
  const { messageId } = await answered(PERSON, 2);
  person.writes('chim én hỏi: kế hoạch có bao nhiêu nhiệm vụ?', { quotes: messageId });
  await answered(PERSON, 3);
  person.sends('image', { text: 'ảnh cái cống ngõ chim én, gọi 0912345678' });
  person.sends('location');
  person.sends('business_card');
  person.submitsInfo({ name: 'Phan Thị Mô Phỏng', phone: '84987650001' });
  await settled();
  control.staffWrites(PERSON, 'Chào cô Phan Thị Mô Phỏng, tôi gọi 84912345678 nhé');
  person.receives();
  person.sees();
  person.reacts();
  await settled();
}

test('a person who withdraws leaves no trace in tables, files and log; old events bring nothing back; the next word meets a stranger', async () => {
  const chat = await liveChat();
  const { control, person, neighbour, answered, settled } = chat;
  neighbour.writes('menu');
  await answered(NEIGHBOUR, 1);
  await longTalk(chat);
  expect(chat.inFiles().some((found) => found.includes(PERSON))).toBe(true);
  const old = control.webhook.attempts.map(({ event }) => event);

  person.withdraws();
  await settled();
  await expect.poll(() => chat.inTables()).toEqual([]);
  expect(chat.inFiles()).toEqual([]);
  expect(chat.inLog()).toEqual([]);

  // What the phone still tells of messages that it had before.
  person.receives();
  person.sees();
  person.unfollows();
  await settled();
  await expect.poll(() => chat.inTables()).toEqual([]);
  expect(chat.inFiles()).toEqual([]);

  const sent = control.delivered(PERSON).length;
  for (const event of [...old, ...control.webhook.attempts.map((attempt) => attempt.event)]) control.deliver(event);
  await settled();
  neighbour.writes('menu');
  await answered(NEIGHBOUR, 3);
  expect(control.webhook.attempts.every(({ result }) => result === 200)).toBe(true);
  expect(await chat.inTables()).toEqual([]);
  expect(chat.inFiles()).toEqual([]);
  expect(control.delivered(PERSON)).toHaveLength(sent);

  person.writes('Ai ký kế hoạch này?');
  await answered(PERSON, sent + 2);
  const [greeting, answer, ...more] = control.delivered(PERSON).slice(sent);
  expect([greeting?.text, more]).toEqual([expect.stringMatching(GREETING), []]);
  expect(answer?.text).toContain('ký ban hành');
  await settled();
  expect(chat.inLog()).toEqual([]);
  const metrics = await (await fetch(`${chat.address}/metrics`)).text();
  expect(TRACES.filter((trace) => metrics.includes(trace))).toEqual([]);
});

test('what was still on its way to the person is not sent after the withdrawal, nor is a waiting question answered', async () => {
  const chat = await liveChat();
  const { control, person, answered, settled } = chat;
  person.follows();
  await answered(PERSON, 1);
  await control.goDown();
  person.writes('Ai ký kế hoạch này? Nhà ngõ chim én');
  const { outboxMessages } = chat.look.tables;
  const pending = async () =>
    (await chat.look.db.select().from(outboxMessages)).filter((one) => one.status === 'pending');
  await expect.poll(async () => (await pending()).length).toBe(1);
  person.writes('chim én hỏi thêm: bao giờ xong?');
  person.withdraws();
  await settled();
  expect(await pending()).toEqual([]);
  await control.comeBack();
  chat.neighbour.writes('menu');
  await answered(NEIGHBOUR, 1);
  expect(control.delivered(PERSON)).toHaveLength(1);
  expect([await chat.inTables(), chat.inFiles(), chat.inLog()]).toEqual([[], [], []]);
});

test('an announcement reaches the chat, its receipts count, and who withdraws leaves no trace of it; the sums are of the others', async () => {
  const chat = await liveChat();
  const { control, person, neighbour, answered, settled, look } = chat;
  for (const one of [person, neighbour]) one.follows();
  await answered(PERSON, 1);
  await answered(NEIGHBOUR, 1);
  await settled();
  const { id, code } = await scheduleEmergency(look, chat.ward);
  expect((await answered(PERSON, 2)).text).toContain(code);
  expect((await answered(NEIGHBOUR, 2)).text).toContain(code);
  const deliveries = stateDeliveries(look, randomIds);
  const states = async () =>
    (await deliveries.totals(id)).map(({ channel, state, count }) => `${channel} ${state} ${count}`);
  await expect.poll(states, { timeout: 10_000 }).toEqual(['oa sent 2']);
  person.receives();
  person.sees();
  neighbour.receives();
  await expect.poll(async () => (await states()).sort(), { timeout: 10_000 }).toEqual(['oa delivered 1', 'oa seen 1']);
  const leftAt = async () =>
    (await look.db.select().from(look.tables.chatThreads)).find(({ userId }) => userId === NEIGHBOUR)?.leftAt;
  neighbour.unfollows();
  await expect.poll(leftAt).toBeGreaterThan(0);
  neighbour.writes('menu');
  await expect.poll(leftAt).toBeNull();
  person.withdraws();
  await settled();
  await expect.poll(() => chat.inTables()).toEqual([]);
  expect([chat.inFiles(), chat.inLog()]).toEqual([[], []]);
  expect(await states()).toEqual(['oa delivered 1']);
  expect(control.delivered(PERSON)).toHaveLength(2);
});

test('work that fails on a person’s words leaves none of them in the log', async () => {
  const chat = await liveChat();
  chat.person.follows();
  await chat.answered(PERSON, 1);
  await chat.settled();
  chat.look.sqlite.exec('alter table outbox_messages rename to elsewhere');
  chat.person.writes('Nhà ngõ chim én, 0912 345 678: ai ký kế hoạch này?');
  await expect.poll(() => chat.logged.some((line) => line.includes('chat work failed'))).toBe(true);
  expect(chat.inLog()).toEqual([]);
  chat.look.sqlite.exec('alter table elsewhere rename to outbox_messages');
});
