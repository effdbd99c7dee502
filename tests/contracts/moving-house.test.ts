import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { exportState } from '../../bot-server/src/adapters/state/export-state.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { stateAttachments } from '../../bot-server/src/adapters/state/repos/attachments.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateClasses } from '../../bot-server/src/adapters/state/repos/classes.ts';
import { stateConversationMemory } from '../../bot-server/src/adapters/state/repos/conversation-memory.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import { stateLearning } from '../../bot-server/src/adapters/state/repos/learning.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateNoticeWishes } from '../../bot-server/src/adapters/state/repos/notice-wishes.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { stateOfficialAccounts } from '../../bot-server/src/adapters/state/repos/official-accounts.ts';
import { stateOutbox } from '../../bot-server/src/adapters/state/repos/outbox.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { stateTargets } from '../../bot-server/src/adapters/state/repos/targets.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import type { Database, State } from '../../bot-server/src/adapters/state/state.ts';
import { newAnnouncement } from '../fakes/announcement-samples.ts';
import { newAttachment } from '../fakes/attachment-samples.ts';
import { newDelivery, published } from '../fakes/broadcast-samples.ts';
import { chatEvent, NEIGHBOUR, outboxMessage } from '../fakes/chat-samples.ts';
import { newClass, newPlace } from '../fakes/class-samples.ts';
import { attempt, reached, reminder } from '../fakes/learning-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { type Ran, runCommand } from '../fakes/run-command.ts';
import { makePlace, type TestPlace } from '../fakes/test-database.ts';
import { newItem, newReport, newTarget, newValue, STANDING } from '../fakes/work-samples.ts';

let folder: string;
let lines: string;
let places: { sqlite: TestPlace; postgres: TestPlace };
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'moving-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  lines = path.join(folder, 'state.jsonl');
  places = { sqlite: await makePlace('sqlite'), postgres: await makePlace('postgres') };
});
afterEach(async () => {
  await Promise.all([places.sqlite.remove(), places.postgres.remove()]);
  rmSync(lines, { force: true });
});

function admin(database: Database, ...args: string[]): Ran {
  const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url;
  return runCommand(['admin', ...args], { VAR_DIR: folder, DATABASE_URL: url });
}

async function within<T>(database: Database, work: (state: State) => Promise<T>): Promise<T> {
  const state = await openState(database);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** Something in every table, more rows than one insert takes, and every column filled somewhere. */
async function live(state: State): Promise<void> {
  const clock = movingClock();
  const store = stateChatStore(state, clock, randomIds);
  const outbox = stateOutbox(state, randomIds);
  const topic = { ward: 'w', intent: null, unitIds: ['u'], taskIds: [], targetIds: [], year: null, documentId: null };
  await stateConversationMemory(state, clock).save('zalo:100:7', 'w', topic);
  await store.accept([chatEvent('xong')], 0);
  const claim = await store.claim(1_000, 1_000);
  if (claim === null) throw new Error('nothing to claim');
  const messages = [
    outboxMessage('sent', { topic }),
    outboxMessage('waiting', { ...NEIGHBOUR, text: 'Chào bác ạ 😊' }),
  ];
  await store.finish(claim, { thread: { ...claim.thread, ward: 'w', choices: ['Một'] }, messages });
  const [sent] = await outbox.claim('100', 2_000, 1_000, 1);
  if (sent) await outbox.settle(sent, { kind: 'sent', messageId: 'z1', at: 2_000 });
  await outbox.noteReceipt(sent?.message ?? NEIGHBOUR, ['z1'], 'seen', 3_000);
  await outbox.claim('100', 2_000, 1_000, 1);
  await store.accept(
    Array.from({ length: 700 }, (_, at) => chatEvent(`chờ ${at}`, { ...NEIGHBOUR, at })),
    5_000,
  );
  await store.claim(6_000, 1_000);
  const pair = { accessToken: 'secret-a', refreshToken: 'secret-r', obtainedAt: 1, expiresAt: 2 };
  await stateOaTokens(state, randomIds).authorise('100', pair);
  const record = { oaId: '100', type: 4, sendPath: 'v2.0/oa/message', pausedUntil: 5, requestsPerMinute: 9 } as const;
  await stateOfficialAccounts(state).save(record);
  await stateAlarms(state, clock).raise('oa_authorisation', '100', 'cấp quyền');
  await liveOutsideChat(state);
  await liveClasses(state);
  await liveWork(state);
}

async function liveOutsideChat(state: State): Promise<void> {
  const clock = movingClock();
  const people = statePeople(state, clock);
  const codes = stateLinkCodes(state, clock, randomIds);
  const right = { role: 'leader', ward: 'w', unit: 'Phòng Kinh tế', group: 'to-5' } as const;
  await people.choose('zalo:1', { ward: 'w', group: 'to-5', notifications: true });
  await codes.redeem('zalo:1', (await codes.forChat(NEIGHBOUR)).code);
  await codes.redeem('zalo:1', (await codes.invite(right, 'người vận hành', 1_000)).code);
  await codes.redeem('zalo:1', 'sai');
  await codes.invite(right, 'người vận hành', 1_000);
  await codes.forChat(NEIGHBOUR);
  await stateRights(state, clock, randomIds).take('zalo:1');
  const announcements = stateAnnouncements(state, randomIds, { demo: false });
  const event = { startsAt: 5, place: 'Nhà văn hóa' };
  const { id } = await announcements.publish(newAnnouncement({ groups: ['to-5'], event }));
  await announcements.markRead(id, 'zalo:1', 7);
  const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
  await stateAttachments(state, randomIds, { demo: false }).keep(newAttachment({ bytes: new Uint8Array(600_000) }));
  await published(broadcasts, 5, { event, asks: 'attending', emergencyReason: 'Nước lên rất nhanh', attachment: 'a1' });
  const deliveries = stateDeliveries(state, randomIds);
  const due = await broadcasts.claimDue(5, 1_000);
  if (due === null) throw new Error('nothing is due');
  const rows = [newDelivery(1), newDelivery(2, { state: 'failed', reason: 'muted' })];
  await deliveries.prepare(due, { rows, messages: 2, next: null, now: 5 });
  const claims = await deliveries.claim({ oaId: '100', now: 5, leaseMs: 1_000, limit: 1, emergenciesOnly: false });
  await deliveries.settle(claims.map((claim) => ({ claim, settlement: { kind: 'sent', messageId: 'z', at: 6 } })));
  const wishes = stateNoticeWishes(state);
  await wishes.answer(due.broadcast.id, 'zalo:1', { answer: 'yes', people: 3, at: 7 });
  await wishes.reportWrong(due.broadcast.id, 'zalo:1', 'suspicious', 8);
  await wishes.choose('zalo:1', { muted: ['fee'], chat: false }, 9);
  await liveLearning(state);
}

async function liveLearning(state: State): Promise<void> {
  const learning = stateLearning(state, { demo: true, wardOfAccount: () => null });
  const learner = await learning.learnerOf('zalo:1');
  for (const id of learner) await learning.advance(id, reached({ step: 2, finished: id === 'zalo:1' }));
  await learning.addAttempt('zalo:1', attempt());
  await learning.certify(learner, { courseId: 'khoa', ward: 'w', name: 'Bà Năm', at: 9 });
  await learning.remind(reminder({ ...NEIGHBOUR, sent: 1 }));
}

async function liveWork(state: State): Promise<void> {
  const work = stateWork(state, randomIds, { demo: false });
  const by = { ...STANDING, subject: 'zalo:1' };
  const responsible = { subject: 'zalo:1', label: 'anh Nam' };
  const [item, second] = await work.confirm([newItem({ responsible }), newItem({ share: 'van-phong' })], by);
  if (item === undefined || second === undefined) throw new Error('no task');
  const muted = { until: '2026-12-01', reason: 'chờ' };
  const change = { muted, eventOn: '2026-10-01', dueAfterEvent: '2026-12-31' };
  const changes = [{ what: 'Thời hạn', before: 'không ghi', after: 'Tháng 9/2026' }];
  await work.change(item, change, { act: 'edited', note: 'ghi chú', changes }, by);
  const report = await work.report(item, newReport('k'), by);
  await work.decide(report, { confirm: true, note: 'đủ' }, by);
  await work.supersede({ ward: 'w', older: 'd1', newer: 'd2', demo: false }, by);
  const targets = stateTargets(state, randomIds, { demo: false });
  await targets.confirm([newTarget()]);
  const [target] = await targets.list('w');
  if (target === undefined) throw new Error('no target');
  await targets.enter(target, newValue('k'), by);
  await targets.enter(target, newValue('k2', { value: '83%' }), by);
}

async function liveClasses(state: State): Promise<void> {
  const classes = stateClasses(state, randomIds, { demo: false });
  const held = await classes.open(newClass({ group: 'to-5', courseId: 'vneid', seats: 1 }));
  const place = newPlace(['zalo:1'], { group: 'to-5', ageBand: '60_up' });
  const taken = await classes.take(held.id, ['zalo:1'], place);
  await classes.take(held.id, ['zalo:2'], newPlace(['zalo:2']));
  await classes.attend(held.id, [taken?.id ?? ''], true, 11_000);
  await classes.markReminded(taken?.id ?? '', 9_000);
  await classes.cancel(held.id, 'mưa bão', 5);
}

async function stored(state: State): Promise<string[]> {
  const all: string[] = [];
  for await (const line of exportState(state)) all.push(JSON.stringify(Object.entries(line.row).sort()));
  return all.sort();
}

test.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('everything moves from %s to %s, but the tokens', { timeout: 60_000 }, async (from, to) => {
  const before = await within(places[from].database, async (state) => {
    await live(state);
    return stored(state);
  });
  expect(before.length).toBeGreaterThan(700);
  expect(before.join('\n')).toContain('Bà Năm');
  const exported = admin(places[from].database, 'export-state', lines);
  expect([exported.status, exported.stderr]).toEqual([0, '']);
  expect(exported.stdout).toMatch(/cấp quyền lại/);
  expect(readFileSync(lines, 'utf8')).not.toMatch(/secret-/);
  const { database } = places[to];
  expect(admin(database, 'import-state', lines)).toMatchObject({ status: 0, stderr: '' });
  expect(await within(database, stored)).toEqual(before);
  expect(admin(database, 'import-state', lines)).toMatchObject({ status: 0 });
  expect(await within(database, stored)).toEqual(before);
  const pair = await within(database, (state) => stateOaTokens(state, randomIds).read('100'));
  expect(pair).toBeNull();
});

test('backup and restore of PostgreSQL are its own tools’ work, and say so in one line', () => {
  for (const [task, tool] of [
    ['backup', /pg_dump/],
    ['restore', /pg_restore/],
  ] as const) {
    const { status, stdout, stderr } = admin(places.postgres.database, task, lines);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(tool);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(lines)).toBe(false);
  }
});
