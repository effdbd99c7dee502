import { NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import { correct } from '@phuong-so/shared/domain/broadcast-steps';
import { describe, expect, test } from 'vitest';
import { announcingDesk, OFFICIAL } from '../fakes/announcing-desk.ts';

const TEMPLATE = {
  ...{ id: '77', price: 120, monthlyBudget: 240 },
  fields: [
    { name: 'tieu_de', value: 'title', longest: 12 },
    { name: 'noi', value: 'place', longest: 40 },
    { name: 'ma', value: 'code', longest: 30 },
  ],
} as const;
const ACCOUNT = { template: { id: '77', fields: ['tieu_de', 'noi', 'ma'] }, groupChats: ['gmf-5', 'gmf-6'] };
const DAYS_10 = 240;

describe('the group chats of the account', () => {
  const groupChats = [
    { group: 'to-5', oaId: 'sim-oa-1', chatId: 'gmf-5' },
    { group: 'to-6', oaId: 'sim-oa-1', chatId: 'gmf-6' },
  ];
  const desk = () => announcingDesk({ accounts: [ACCOUNT], channels: { groupChats } });

  test('each gets it once, without calling anybody by name, and counts for nobody', async () => {
    const { control, people, announce, play, deliveries, totals } = await desk();
    await people.choose('zalo:app', { ward: 'w', group: 'to-5' });
    const one = await announce({ groups: ['to-5'], body: 'Mời bà con [@all] đến họp.' });
    await play();
    const told = control.side();
    expect(told.map(({ channel, to }) => [channel, to])).toEqual([['group', 'gmf-5']]);
    expect(told[0]?.text).toContain('Mời bà con  đến họp.');
    expect(await totals(one)).toContain('gmf sent 1');
    expect((await deliveries.people(one.id)).reduce((sum, { people: each }) => sum + each, 0)).toBe(1);
  });

  test('a ward’s goes to all of them; a closed one is told to the operator and silences nobody’s chat', async () => {
    const whole = await desk();
    await whole.resident('a');
    whole.control.nextOutcomes('group_send', { kind: 'error', error: -237 });
    const one = await whole.announce();
    await whole.play();
    expect(await whole.totals(one)).toEqual(['gmf failed refused 1', 'gmf sent 1', 'oa sent 1']);
    expect(await whole.alarmNames()).toEqual(['oa_configuration']);
  });

  test('one that may have arrived is never sent again', async () => {
    const whole = await desk();
    whole.control.nextOutcomes('group_send', { kind: 'cut', delivered: true });
    const one = await whole.announce({ groups: ['to-5'] });
    await whole.play();
    expect(whole.control.side()).toHaveLength(1);
    expect(await whole.totals(one)).toEqual(['gmf uncertain 1']);
    expect(await whole.now(one)).toMatchObject({ state: 'sent' });
  });
});

describe('template messages', () => {
  const desk = () => announcingDesk({ accounts: [ACCOUNT], template: TEMPLATE, channels: { zbs: true } });

  test('reach who has not written for a week, cut to what Zalo takes; past the month’s budget nobody', async () => {
    const whole = await desk();
    for (const person of ['a', 'b', 'c']) await whole.resident(person, DAYS_10);
    const one = await whole.announce({ title: 'Họp tổ dân phố cuối năm' });
    await whole.play();
    const told = whole.control.side();
    expect(told.map(({ text }) => text)).toEqual(Array(2).fill(`Họp tổ dân… | Xem trong ứng dụng | ${one.code}`));
    expect(await whole.totals(one)).toEqual(['zbs failed quota_used_up 1', 'zbs sent 2']);
    // What they have is seen to be replaced; the budget holds for it, too.
    const before = await whole.now(one);
    const step = correct(before, OFFICIAL, NO_APPROVAL, { ...before, title: 'Họp' });
    if (step.kind === 'refused') throw new Error(step.reason);
    whole.clock.advance(31 * 24 * 3_600_000);
    const by = { subject: OFFICIAL.subject, office: 'Văn phòng', at: whole.clock.now().getTime() };
    await whole.broadcasts.take(before, { ...step, by });
    await whole.play(40 * 24 * 3_600_000);
    expect(whole.control.side().slice(2)).toEqual(
      Array(2).fill(expect.objectContaining({ text: expect.stringMatching(/^Đính chính:/) })),
    );
    whole.clock.advance(31 * 24 * 3_600_000);
    await whole.announce({ title: 'Tháng sau' });
    await whole.play(40 * 24 * 3_600_000);
    expect(whole.control.side()).toHaveLength(6);
  });

  test('Zalo’s own daily limit says so; a token that died is renewed', async () => {
    const whole = await desk();
    await whole.resident('a', DAYS_10);
    await whole.resident('b', DAYS_10);
    whole.control.nextOutcomes('template_send', { kind: 'error', error: -144 });
    whole.control.expireTokens();
    const one = await whole.announce();
    await whole.play();
    expect(await whole.totals(one)).toEqual(['zbs failed quota_used_up 1', 'zbs sent 1']);
  });
});

describe('notifications of the Mini App', () => {
  async function agreed(miniAppKey?: string) {
    const whole = await announcingDesk({
      channels: { mini_app: true },
      ...(miniAppKey === undefined ? {} : { miniAppKey }),
    });
    await whole.people.choose('zalo:app-1', { ward: 'w' });
    await whole.people.choose('zalo:app-2', { ward: 'w' });
    await whole.people.choose('zalo:app-1', { notifications: true });
    return whole;
  }

  test('reach who agreed to them, and lead to the announcement', async () => {
    const whole = await agreed();
    const one = await whole.announce({ title: 'Cắt nước', body: 'Từ 8 giờ.' });
    await whole.play();
    expect(whole.control.side()).toEqual([
      {
        channel: 'notice',
        to: 'app-1',
        text: expect.stringContaining(`Cắt nước | Từ 8 giờ. | Xem thông báo | https://`),
      },
    ]);
    expect(whole.control.side()[0]?.text).toContain(one.id);
    expect(await whole.totals(one)).toEqual(['feed sent 2', 'mini_app sent 1', 'oa failed not_linked 1']);
  });

  test('a key that Zalo refuses rests them all until somebody has looked; nobody is given up', async () => {
    const whole = await agreed('wrong');
    const one = await whole.announce();
    await whole.advance();
    await whole.sendDue();
    expect(await whole.totals(one)).toContain('mini_app pending 1');
    expect(await whole.alarmNames()).toEqual(['oa_configuration']);
    expect(whole.control.side()).toEqual([]);
  });
});
