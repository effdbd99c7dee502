import { NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import { correct, stop } from '@phuong-so/shared/domain/broadcast-steps';
import { describe, expect, test } from 'vitest';
import { announcingDesk, GROUP_LEADER, OFFICIAL } from '../fakes/announcing-desk.ts';

const HOUR = 3_600_000;
const texts = (desk: Awaited<ReturnType<typeof announcingDesk>>, userId: string) =>
  desk.control.delivered(userId).map(({ text }) => text);

test('goes to the feed and to everybody who can be written to, once; the others are counted with the reason', async () => {
  const desk = await announcingDesk();
  await desk.resident('a');
  await desk.resident('b', 50);
  await desk.resident('c', 200);
  await desk.people.choose('zalo:app', { ward: 'w' });
  const one = await desk.announce({ title: 'Cắt nước', body: 'Từ 8 giờ.' });
  await desk.play();
  for (const person of ['a', 'b']) {
    expect(texts(desk, person)).toEqual([expect.stringContaining(`Mã kiểm tra: ${one.code}`)]);
  }
  expect(texts(desk, 'c')).toEqual([]);
  expect(await desk.totals(one)).toEqual([
    ...['feed sent 1', 'oa failed no_interaction_7_days 1', 'oa failed not_linked 1', 'oa sent 2'],
  ]);
  expect(await desk.now(one)).toMatchObject({ state: 'sent' });
});

describe('when', () => {
  test('what is written in the evening stands in the feed at once and rings in the morning; an emergency rings at night', async () => {
    const desk = await announcingDesk({ start: '2026-12-01T22:30:00+07:00' });
    await desk.resident('a');
    const calm = await desk.announce({ title: 'Họp tổ' });
    const reason = { kind: 'urgent', title: 'Nước lên', emergencyReason: 'Nước lên nhanh trong đêm' } as const;
    await desk.announce(reason);
    await desk.advance();
    await desk.sendDue();
    expect(texts(desk, 'a')).toEqual([expect.stringMatching(/^KHẨN CẤP: Nước lên/)]);
    expect(await desk.now(calm)).toMatchObject({ state: 'sending' });
    desk.clock.advance(8.5 * HOUR - 1);
    await desk.sendDue();
    expect(texts(desk, 'a')).toHaveLength(1);
    desk.clock.advance(1);
    await desk.sendDue();
    expect(texts(desk, 'a')).toHaveLength(2);
  });

  test('on a holiday nothing rings', async () => {
    const desk = await announcingDesk({ start: '2027-02-05T10:00:00+07:00', holidays: ['2027-02-05', '2027-02-06'] });
    await desk.resident('a');
    await desk.announce();
    await desk.advance();
    await desk.sendDue();
    expect(texts(desk, 'a')).toEqual([]);
    await desk.sendAll(48 * HOUR);
    expect(texts(desk, 'a')).toHaveLength(1);
    expect(desk.clock.today()).toBe('2027-02-07');
  });

  test('a clock that jumps over the scheduled minute, two who look at once, a restart in between: one announcement', async () => {
    const desk = await announcingDesk();
    await desk.resident('a');
    const sendAt = desk.clock.now().getTime() + HOUR;
    const one = await desk.announce({ sendAt });
    await desk.play();
    expect(await desk.now(one)).toMatchObject({ state: 'scheduled' });
    desk.clock.advance(3 * HOUR);
    await Promise.all([desk.advance(), desk.advance()]);
    // Somebody claimed the delivery and died: it is looked for, not sent again.
    const [dead] = await desk.deliveries.claim({
      ...{ oaId: 'sim-oa-1', now: desk.clock.now().getTime(), leaseMs: 1_000, limit: 1, emergenciesOnly: false },
    });
    expect(dead?.broadcastId).toBe(one.id);
    await desk.play();
    expect(texts(desk, 'a')).toEqual([]);
    expect(await desk.totals(one)).toEqual(['oa uncertain 1']);
    expect((await desk.broadcasts.log(one.id)).map(({ act }) => act)).toEqual([
      ...['written', 'scheduled', 'published', 'finished'],
    ]);
  });

  test('a series goes on by the calendar; what was missed is not made up for', async () => {
    const desk = await announcingDesk();
    await desk.resident('a');
    const first = await desk.announce({ repeat: 'weekly', body: 'Dọn vệ sinh.' });
    await desk.play();
    const list = { ward: 'w', group: null, state: 'scheduled', limit: 9, after: null } as const;
    const [next] = (await desk.broadcasts.list(list)).broadcasts;
    expect(next).toMatchObject({ sendAt: (first.sendAt ?? 0) + 168 * HOUR, body: 'Dọn vệ sinh.' });
    expect(next?.code).not.toBe(first.code);
    desk.clock.advance(168 * HOUR);
    await desk.resident('b');
    await desk.play();
    expect(texts(desk, 'b')).toHaveLength(1);
    expect((await desk.broadcasts.list(list)).broadcasts).toMatchObject([{ sendAt: (first.sendAt ?? 0) + 336 * HOUR }]);
  });

  test('the schedule of a leader whose right was taken does not fire; nor does one whose meeting has begun', async () => {
    const desk = await announcingDesk();
    await desk.people.choose('zalo:app', { ward: 'w', group: 'to-5' });
    const sendAt = desk.clock.now().getTime() + HOUR;
    const gone = await desk.announce({ sendAt, groups: ['to-5'] }, GROUP_LEADER);
    const late = await desk.announce({ sendAt, event: { startsAt: sendAt + 1_000, place: null } });
    await desk.rights.take(GROUP_LEADER.subject);
    desk.clock.advance(2 * HOUR);
    await desk.advance();
    expect(await desk.now(gone)).toMatchObject({
      state: 'cancelled',
      note: expect.stringContaining('không còn quyền'),
    });
    expect(await desk.now(late)).toMatchObject({ state: 'returned', note: expect.stringContaining('quá giờ') });
    expect([await desk.totals(gone), await desk.totals(late)]).toEqual([[], []]);
  });

  test('a large audience is spread over time; who only has the app holds up nobody', async () => {
    const desk = await announcingDesk({ perSecond: 0.5 });
    for (const name of ['x', 'y', 'z']) await desk.people.choose(`zalo:${name}`, { ward: 'w' });
    for (const number of [1, 2, 3, 4]) await desk.resident(`u${number}`);
    await desk.announce();
    await desk.advance();
    const sent = async () => {
      await desk.sendDue();
      return desk.control.count('send', '0');
    };
    const counts = [await sent()];
    for (let second = 0; second < 6; second += 2) {
      desk.clock.advance(2_000);
      counts.push(await sent());
    }
    expect(counts).toEqual([1, 2, 3, 4]);
  });
});

describe('what Zalo says', () => {
  async function sentTo(
    outcomes: Parameters<Awaited<ReturnType<typeof announcingDesk>>['control']['nextOutcomes']>[1][],
  ) {
    const desk = await announcingDesk();
    await desk.resident('a');
    desk.control.nextOutcomes('send', ...outcomes);
    const one = await desk.announce();
    await desk.play();
    return { desk, one, count: texts(desk, 'a').length };
  }

  test.each([
    ['a limit: it goes in the next minute', { kind: 'error', error: -32 }, 'oa sent 1', 1],
    ['a token that is refused: renewed, and sent', { kind: 'error', error: -216 }, 'oa sent 1', 1],
    ['the person left', { kind: 'error', error: -213 }, 'oa failed blocked_or_left 1', 0],
    ['their quota is used up', { kind: 'error', error: -218 }, 'oa failed quota_used_up 1', 0],
    ['too long ago after all', { kind: 'error', error: -230 }, 'oa failed no_interaction_7_days 1', 0],
    ['a text that it does not take', { kind: 'error', error: -201 }, 'oa failed refused 1', 0],
    ['nothing, and it arrived: found in the conversation', { kind: 'cut', delivered: true }, 'oa sent 1', 1],
    ['nothing, and it did not arrive: uncertain, and not sent again', { kind: 'cut' }, 'oa uncertain 1', 0],
    ['a broken gateway, after the work was done', { kind: 'http', status: 502, delivered: true }, 'oa sent 1', 1],
    ['"send failed", and it did not arrive', { kind: 'error', error: -200 }, 'oa uncertain 1', 0],
  ] as const)('%s', async (_, outcome, wanted, arrived) => {
    const { desk, one, count } = await sentTo([outcome]);
    expect([await desk.totals(one), count]).toEqual([[wanted], arrived]);
    expect(await desk.now(one)).toMatchObject({ state: 'sent' });
  });

  test('an account that an operator must mend rests; afterwards everything goes once', async () => {
    const { desk, one, count } = await sentTo([{ kind: 'error', error: -224 }]);
    expect([await desk.totals(one), count, await desk.alarmNames()]).toEqual([['oa sent 1'], 1, []]);
  });

  test('a conversation that cannot be read leaves it uncertain, and it ends', async () => {
    const desk = await announcingDesk();
    await desk.resident('a');
    desk.control.nextOutcomes('send', { kind: 'cut', delivered: true });
    desk.control.nextOutcomes('conversation', ...Array(20).fill({ kind: 'http', status: 500 }));
    const one = await desk.announce();
    await desk.play();
    expect([await desk.totals(one), texts(desk, 'a').length]).toEqual([['oa uncertain 1'], 1]);
    expect(await desk.now(one)).toMatchObject({ state: 'sent' });
  });
});

test('a reply goes before announcements that are due longer', async () => {
  const desk = await announcingDesk();
  for (let number = 0; number < 30; number += 1) await desk.resident(`u${number}`);
  await desk.announce();
  await desk.advance();
  desk.clock.advance(1_000);
  await desk.add('Dạ, thưa bác.');
  await desk.sendDue();
  expect(desk.control.messages().filter(({ from }) => from === 'account')).toHaveLength(31);
  expect(desk.control.messages().find(({ from }) => from === 'account')?.text).toBe('Dạ, thưa bác.');
});

test('stopped while it goes out: who has it keeps it, nobody else gets it', async () => {
  const desk = await announcingDesk({ perSecond: 0.1 });
  for (const number of [1, 2, 3]) await desk.resident(`u${number}`);
  const one = await desk.announce();
  await desk.advance();
  await desk.sendDue();
  const step = stop(await desk.now(one), OFFICIAL);
  if (step.kind === 'refused') throw new Error(step.reason);
  await desk.broadcasts.take(await desk.now(one), { ...step, by: { subject: 'x', office: 'y', at: 1 } });
  await desk.play();
  expect(await desk.totals(one)).toEqual(['oa cancelled 2', 'oa sent 1']);
  expect(desk.control.count('send', '0')).toBe(1);
  expect(await desk.now(one)).toMatchObject({ state: 'stopped' });
});

test('a correction goes, marked as one, to those who have or may have the first; who waited gets only the right words', async () => {
  const desk = await announcingDesk({ perSecond: 0.1 });
  for (const number of [1, 2, 3]) await desk.resident(`u${number}`);
  desk.control.nextOutcomes('send', { kind: 'normal' }, { kind: 'cut', delivered: true });
  const one = await desk.announce({ body: 'Họp lúc 19 giờ.' });
  await desk.advance();
  await desk.sendDue();
  desk.clock.advance(10_000);
  await desk.sendDue();
  const before = await desk.now(one);
  const step = correct(before, OFFICIAL, NO_APPROVAL, { title: one.title, body: 'Họp lúc 20 giờ.', event: null });
  if (step.kind === 'refused') throw new Error(step.reason);
  const by = { subject: OFFICIAL.subject, office: 'Văn phòng', at: desk.clock.now().getTime() };
  await desk.broadcasts.take(before, { ...step, by });
  await desk.play();
  const all = [1, 2, 3].map((number) => texts(desk, `u${number}`));
  expect(all.map((got) => got.length)).toEqual([2, 2, 1]);
  for (const got of all.slice(0, 2)) {
    expect(got[0]).toContain('Họp lúc 19 giờ.');
    expect(got[1]).toMatch(/^ĐÍNH CHÍNH: Họp tổ\n/);
    expect(got[1]).toContain('Họp lúc 20 giờ.');
  }
  expect(all[2]?.[0]).toMatch(/^Họp tổ\n/);
  expect(all[2]?.[0]).toContain('Họp lúc 20 giờ.');
  expect(new Set(all.flat().map((text) => /Mã kiểm tra: (.*)/.exec(text)?.[1]))).toEqual(new Set([one.code]));
  expect(await desk.totals(one)).toEqual(['#1 oa sent 2', 'oa sent 3']);
});
