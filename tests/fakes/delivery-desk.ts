import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { OutboxMessage } from '@phuong-so/shared/domain/chat';
import { onTestFinished } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { stateOfficialAccounts } from '../../bot-server/src/adapters/state/repos/official-accounts.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import { oauthClient } from '../../bot-server/src/adapters/zalo/oauth-client.ts';
import { openapiClient } from '../../bot-server/src/adapters/zalo/openapi-client.ts';
import { AnnouncementWords } from '../../bot-server/src/flows/announcement-words.ts';
import { AccountSender } from '../../bot-server/src/flows/send-due-messages.ts';
import { accessTokens } from '../../bot-server/src/oa-tokens/access-token.ts';
import type { AccountRecord } from '../../bot-server/src/ports/official-accounts.ts';
import type { PlannedOutcome } from '../../bot-server/src/simulated-zalo/faults/outcomes.ts';
import type { SimulatedZaloOptions } from '../../bot-server/src/simulated-zalo/settings.ts';
import { startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { outboxMessage } from './chat-samples.ts';
import { movingClock } from './moving-clock.ts';

export const OA = 'sim-oa-1';
export const PERSON = 'nguoi-1';
const HOUR_MS = 3_600_000;
/** A late answer is later than this. */
export const PATIENCE_MS = 150;

export interface DeskOptions extends SimulatedZaloOptions {
  readonly start?: string;
  readonly buttons?: boolean;
  /** Where nothing is to be late, a busy machine is given more time. */
  readonly patienceMs?: number;
  /** Days on which announcements wait. */
  readonly holidays?: readonly string[];
  /** What is known of the account before the first message; null = nothing. By default a state agency's, with its path. */
  readonly account?: Partial<AccountRecord> | null;
}

export type DeliveryDesk = Awaited<ReturnType<typeof deliveryDesk>>;

/**
 * Everything that sends, on a real database in a folder of its own, against a simulated Zalo. Time stands still unless the
 * test moves it. It all ends with the test.
 */
export async function deliveryDesk(given: DeskOptions = {}) {
  const { start, buttons = false, account = {}, holidays = [], ...options } = given;
  const clock = movingClock(start);
  const zalo = await startSimulatedZalo({ now: () => clock.now().getTime(), ...options });
  const state = await stateForTest();
  onTestFinished(() => zalo.stop());
  const { control } = zalo;
  const [outbox, accounts, alarms] = [
    stateOutbox(state, randomIds),
    stateOfficialAccounts(state),
    stateAlarms(state, clock),
  ];
  const store = stateOaTokens(state, randomIds);
  const client = openapiClient({ openapiUrl: zalo.url, fetch, timeLimitMs: given.patienceMs ?? PATIENCE_MS });
  const oauth = oauthClient({ oauthUrl: zalo.url, appId: 'sim-app', appSecret: 'sim-app-secret', fetch });
  const access = accessTokens({
    ...{ store, oauth, alarms, clock, initialRefreshToken: () => null },
    wait: async (milliseconds) => clock.advance(milliseconds),
  });
  const verdicts: string[] = [];
  const errors: unknown[] = [];
  const count = (name: string, labels: Readonly<Record<string, string>> = {}) => {
    if (name === 'zalo_sends_total' || name === 'announcement_sends_total') verdicts.push(labels.verdict ?? '');
  };
  const metrics = { count, observe: () => {}, gauge: () => {}, text: async () => '' };
  const [broadcasts, deliveries] = [
    stateBroadcasts(state, randomIds, { demo: false }),
    stateDeliveries(state, randomIds),
  ];
  const words = new AnnouncementWords({
    ...{ broadcasts, wardName: () => 'phường Sao Mai' },
    ...{ attachment: async () => null, announcementLink: () => null },
  });
  const isHoliday = (day: string) => holidays.includes(day);
  const onError = (error: unknown) => void errors.push(error);
  const speaking = {
    ...{ lastGood: new Map(), zalo: client, access, accounts, alarms, clock, metrics, onError },
    noteLimits: () => {},
  };
  const sender = new AccountSender(
    {
      ...{ ...speaking, outbox, buttons, pace: null },
      bulk: { ...speaking, deliveries, words, isHoliday, pace: null },
    },
    OA,
    () => {},
  );

  async function authorise(): Promise<void> {
    const { access_token: accessToken, refresh_token: refreshToken } = control.issueTokens();
    const obtainedAt = clock.now().getTime();
    await store.authorise(OA, { accessToken, refreshToken, obtainedAt, expiresAt: obtainedAt + 25 * HOUR_MS });
  }
  await authorise();
  if (account !== null) {
    const agency = { type: 4, sendPath: 'v2.0/oa/message', pausedUntil: null, requestsPerMinute: null } as const;
    await accounts.save({ oaId: OA, ...agency, ...account });
  }
  control.person(PERSON).writes('Cho bác hỏi');

  const { outboxMessages: table } = state.tables;
  let made = 0;
  const desk = {
    ...{ clock, zalo, control, client, state, outbox, accounts, alarms, access, verdicts, authorise },
    ...{ broadcasts, deliveries, isHoliday, metrics },
    /** Puts a message to the person in; gives its id. */
    async add(text: string, change: Partial<OutboxMessage> = {}): Promise<string> {
      made += 1;
      const at = clock.now().getTime();
      const whole = { oaId: OA, userId: PERSON, text, part: made, createdAt: at, expiresAt: at + 47 * HOUR_MS };
      await outbox.add([outboxMessage(`m${made}`, { ...whole, ...change })]);
      return change.id ?? `m${made}`;
    },
    /** Sends what is due at this moment. */
    async sendDue(): Promise<void> {
      sender.expectReplies();
      while (await sender.start()) await sender.settled();
      if (errors.length > 0) throw errors[0];
    },
    /** The clock goes from one due time to the next until nothing waits any more, or for so long. */
    async sendAll(mostMs = 24 * HOUR_MS): Promise<void> {
      const end = clock.now().getTime() + mostMs;
      await desk.sendDue();
      for (let at = await nextDue(); at !== null && at <= end; at = await nextDue()) {
        clock.advance(Math.max(1, at - clock.now().getTime()));
        await desk.sendDue();
      }
    },
    async row(id: string) {
      const row = (await state.db.select().from(table)).find((one) => one.id === id);
      if (row === undefined) throw new Error(`no message ${id}`);
      return row;
    },
    /** Milliseconds until the message is tried again. */
    dueIn: async (id: string) => (await desk.row(id)).dueAt - clock.now().getTime(),
    /** Requests to send so far. */
    sends: () => control.count('send'),
    /** What is on the person's phone. */
    arrived: (userId = PERSON) => control.delivered(userId).map(({ text }) => text),
    alarmNames: async () => (await alarms.active()).map(({ kind }) => kind),
  };

  /** What is due already waits for an earlier message to the same person. */
  async function nextDue(): Promise<number | null> {
    const replies = (await state.db.select().from(table)).filter(({ status }) => status === 'pending');
    const announced = (await state.db.select().from(state.tables.deliveries)).filter(({ state: at, dueAt, oaId }) => {
      return oaId !== null && (at === 'pending' || at === 'sending' || (at === 'uncertain' && dueAt !== null));
    });
    const pending = [...replies, ...announced];
    if (pending.length === 0) return null;
    const now = clock.now().getTime();
    const paused = (await accounts.read(OA))?.pausedUntil ?? 0;
    const times = pending.flatMap(({ dueAt, leaseUntil }) => [dueAt ?? 0, leaseUntil ?? 0]).filter((at) => at > now);
    return Math.max(paused, Math.min(...times));
  }
  return desk;
}

/** One message to the person, whose first send ends so. */
export async function firstSendEnds(outcome: PlannedOutcome, start?: string) {
  const desk = await deliveryDesk(start === undefined ? {} : { start });
  desk.control.nextOutcomes('send', outcome);
  const id = await desk.add('Dạ, thưa bác.');
  await desk.sendDue();
  return { desk, id };
}

/** An empty state in a folder of its own; both end with the test. */
export async function stateForTest(): Promise<State & { readonly file: string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'delivery-'));
  const file = path.join(folder, 'state.db');
  const state = await openState({ kind: 'sqlite', file });
  onTestFinished(async () => {
    await state.close();
    rmSync(folder, { recursive: true });
  });
  return { ...state, file };
}
