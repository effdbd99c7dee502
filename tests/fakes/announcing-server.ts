import type { ApprovalSetting } from '@phuong-so/shared/domain/broadcast';
import { NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import type { Session } from '@phuong-so/shared/domain/session';
import { expect } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { composeContent } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { advanceBroadcasts } from '../../bot-server/src/flows/advance-broadcasts.ts';
import type { AnnounceDeps } from '../../bot-server/src/flows/announce/deps.ts';
import { readProgress } from '../../bot-server/src/flows/announce/progress.ts';
import { ProgressWatch } from '../../bot-server/src/flows/announce/watch-progress.ts';
import { seedResidents } from './many-residents.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { type Reply, testServer } from './test-server.ts';

export const OA = '100';
export const [GROUP, OTHER_GROUP] = ['to-5', 'to-6'];
const UNITS = { office: 'Văn phòng', economy: 'Phòng Kinh tế' } as const;

export type AnnouncingServer = Awaited<ReturnType<typeof announcingServer>>;

/**
 * The real service, outside a demonstration, with one ward that has an account, two groups, leaders and officials; its
 * clock, and whether leaders are checked, are the test's to say.
 */
export async function announcingServer(start = '2026-12-01T08:00:00+07:00') {
  const [ward = '', otherWard = ''] = await composeContent(readConfig({})).wardKeys();
  const clock: MovingClock = movingClock(start);
  const account = { ZALO_OA_ID: OA, ZALO_OA_SECRET_KEY: 'x', ZALO_OA_REFRESH_TOKEN: 'x', ZALO_OA_WARD: ward };
  const zalo = { ZALO_APP_ID: '1', ZALO_APP_SECRET: 'x', ...account };
  // Seconds that a real one takes are too long for a test.
  const progressWatch = new ProgressWatch({
    ...{ everyMs: 60, most: 200, mostEach: 4, longestMs: 60_000 },
    read: (id) => readProgress(announce, id),
    onError: (error) => errors.push(error),
  });
  const errors: unknown[] = [];
  const server = await testServer({ CLOCK: '', ...zalo }, { clock, heartbeatMs: 20, progressWatch });
  const { announce, rights, people, sessions } = server.deps;
  const { state } = server.service;
  let approval: ApprovalSetting = NO_APPROVAL;
  const groups = [GROUP, OTHER_GROUP].map((id = '') => ({ id, name: `Tổ dân phố ${id.slice(3)}` }));
  const given: Partial<AnnounceDeps> = {
    clock,
    ward: (key) => (key === ward || key === otherWard ? { name: `phường ${key}`, groups, approval } : null),
  };
  Object.assign(announce, given);
  const tokens = new Map<string, string>();
  const issue = async (name: string, right: Pick<Session, 'role' | 'ward' | 'unit' | 'group'>) => {
    const subject = `zalo:${name}`;
    if (right.role !== 'resident' && right.ward !== null) {
      await rights.give(subject, { ...right, role: right.role, ward: right.ward }, 'test');
    }
    await people.meet(subject);
    tokens.set(name, sessions.issue({ subject, name: null, ...right, demo: false }).token);
  };
  const none = { unit: null, group: null };
  await issue('leader', { role: 'leader', ward, unit: null, group: GROUP ?? null });
  await issue('otherLeader', { role: 'leader', ward, unit: null, group: OTHER_GROUP ?? null });
  await issue('official', { role: 'official', ward, unit: UNITS.office, group: null });
  await issue('deputy', { role: 'official', ward, unit: UNITS.economy, group: null });
  await issue('otherOfficial', { role: 'official', ward: otherWard, unit: UNITS.office, group: null });
  for (const name of ['lan', 'hung', 'mai']) await issue(name, { role: 'resident', ward: null, ...none });
  const advancing = {
    ...{ ...announce, rights, metrics: server.deps.metrics, alarms: stateAlarms(state, clock) },
    onError: (error: unknown) => {
      throw error;
    },
    onPrepared: () => {},
  };
  const made = {
    ...{ server, clock, ward, otherWard, state, announce },
    announcements: stateAnnouncements(state, randomIds, { demo: false }),
    checkLeaders(change: Partial<ApprovalSetting> = {}): void {
      approval = { ofLeaders: true, withinHours: 24, unit: UNITS.office, deputyUnit: UNITS.economy, ...change };
    },
    checkNobody(): void {
      approval = NO_APPROVAL;
    },
    token: (who: string) => tokens.get(who) ?? null,
    call: (who: string | null, method: string, path: string, body?: unknown): Promise<Reply> =>
      server.call(method, `/api/v1${path}`, { token: who === null ? null : (tokens.get(who) ?? null), body }),
    /** A reply that does not end by itself. */
    stream: (who: string, path: string): Promise<Response> => server.open(`/api/v1${path}`, tokens.get(who) ?? null),
    /** People who use the app and live in this group. */
    async live(group: string | null, ...names: readonly string[]): Promise<void> {
      for (const name of names) await people.choose(`zalo:${name}`, { ward, group });
    },
    /** People who wrote to the account an hour ago. */
    writers: (count: number) => seedResidents(state, OA, count, clock.now().getTime()),
    at: (ms: number) => new Date(clock.now().getTime() + ms).toISOString(),
    body: (change: object = {}) => ({
      ...{ ward, groups: [GROUP], kind: 'meeting', title: 'Họp tổ', body: 'Mời bà con đến họp.', event: null },
      ...{ asks: 'none', send_at: null, repeat: 'none', emergency_reason: null, attachment: null },
      ...change,
    }),
    /** A draft of the leader's, or of somebody else's. */
    async draft(change: object = {}, who = 'leader') {
      const reply = await made.call(who, 'POST', '/broadcasts', made.body(change));
      expect(reply.status, reply.text).toBe(201);
      return reply.json;
    },
    /** Written and sent, by whoever is named. */
    async sent(change: object = {}, who = 'leader') {
      const { id, version } = await made.draft(change, who);
      const reply = await made.call(who, 'POST', `/broadcasts/${id}/send`, { key: `k ${id}`, version });
      expect(reply.status, reply.text).toBe(200);
      return reply.json;
    },
    /** Sent, published, and its deliveries made. */
    async published(change: object = {}, who = 'leader') {
      const one = await made.sent(change, who);
      await made.advance();
      return one;
    },
    /** Everything that is due of the scheduler. */
    async advance(): Promise<void> {
      while (await advanceBroadcasts(advancing));
    },
    /** So many messages that are due go out and arrive. */
    async deliver(limit = 1_000): Promise<number> {
      const now = clock.now().getTime();
      const wish = { oaId: OA, now, leaseMs: 60_000, limit, emergenciesOnly: false };
      const claims = await announce.deliveries.claim(wish);
      const settled = claims.map((claim) => {
        return { claim, settlement: { kind: 'sent', messageId: `m ${claim.id}`, at: now } as const };
      });
      return announce.deliveries.settle(settled);
    },
    one: async (id: string) => (await made.call('official', 'GET', `/broadcasts/${id}`)).json,
    /** [409, 'announcement_changed'] */
    ended: ({ status, json }: Reply) => [status, json?.error?.code],
    async close(): Promise<void> {
      progressWatch.close();
      await server.close();
      expect(errors).toEqual([]);
    },
  };
  return made;
}
