import { describe, expect, test } from 'vitest';
import type { PlannedOutcome } from '../../bot-server/src/simulated-zalo/faults/outcomes.ts';
import { deliveryDesk, firstSendEnds, OA } from '../fakes/delivery-desk.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NEIGHBOUR = 'nguoi-2';
const error = (code: number): PlannedOutcome => ({ kind: 'error', error: code });

describe('codes about the person: given up for this person, nobody is alarmed', () => {
  test.each([-213, -217, -218, -227, -230, -231, -232, -244])('%i', async (code) => {
    const { desk, id } = await firstSendEnds(error(code));
    expect(await desk.row(id)).toMatchObject({ status: 'dead', verdict: 'person_unreachable', text: null });
    desk.control.person(NEIGHBOUR).writes('chào');
    await desk.add('Dạ, thưa anh.', { userId: NEIGHBOUR });
    await desk.sendAll();
    expect([desk.sends(), desk.arrived(), desk.arrived(NEIGHBOUR)]).toEqual([2, [], ['Dạ, thưa anh.']]);
    expect(await desk.alarmNames()).toEqual([]);
  });
});

describe('codes about what we sent: never tried again, the technician hears the code', () => {
  test.each([-201, -210, -233, -242, -100])('%i', async (code) => {
    const { desk, id } = await firstSendEnds(error(code));
    expect(await desk.row(id)).toMatchObject({ status: 'dead', verdict: 'our_fault', text: null });
    await desk.add('Tin sau.');
    await desk.sendAll();
    expect([desk.sends(), desk.arrived()]).toEqual([2, ['Tin sau.']]);
    const [alarm, ...more] = await desk.alarms.active();
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ kind: 'message_dead', subject: OA });
    expect(alarm?.advice).toContain(`mã ${code}`);
    expect(alarm?.advice).toMatch(/OA Manager.*kỹ thuật/);
  });
});

describe('codes that an operator must mend: the account rests, nothing is lost, the alarm says what to do', () => {
  const advice: readonly [number, RegExp][] = [
    [-204, /bị khóa/],
    [-205, /ZALO_OA_ID/],
    [-209, /Đang hoạt động/],
    [-211, /hạn mức/],
    [-212, /đăng ký/],
    [-219, /gỡ hoặc khóa/],
    [-221, /xác thực/],
    [-223, /oa authorise/],
    [-224, /Gói/],
    [-235, /cơ quan nhà nước/],
    [-248, /vi phạm/],
    [-237, /bảng mã lỗi/],
    [-238, /bảng mã lỗi/],
    [-241, /bảng mã lỗi/],
    [-249, /bảng mã lỗi/],
    [-320, /bảng mã lỗi/],
    [-321, /bảng mã lỗi/],
    [-403, /bảng mã lỗi/],
    [-1340, /bảng mã lỗi/],
    [-1341, /bảng mã lỗi/],
    [-99_999, /bảng mã lỗi/],
    [404, /bảng mã lỗi/],
  ];
  test.each(advice)('%i', async (code, says) => {
    const { desk, id } = await firstSendEnds(error(code));
    const now = desk.clock.now().getTime();
    expect(await desk.row(id)).toMatchObject({ status: 'pending', verdict: 'operator_needed', attempts: 0 });
    expect((await desk.accounts.read(OA))?.pausedUntil).toBe(now + 5 * MINUTE);
    const [alarm] = await desk.alarms.active();
    expect(alarm).toMatchObject({ kind: 'oa_configuration', subject: OA, count: 1 });
    expect(alarm?.advice).toContain(`mã ${code}`);
    expect(alarm?.advice).toMatch(says);

    desk.control.person(NEIGHBOUR).writes('chào');
    await desk.add('Dạ, thưa anh.', { userId: NEIGHBOUR });
    desk.clock.advance(5 * MINUTE - 1);
    await desk.sendDue();
    expect(desk.sends()).toBe(1);

    desk.clock.advance(1);
    await desk.sendDue();
    expect([desk.arrived(), desk.arrived(NEIGHBOUR), desk.sends()]).toEqual([['Dạ, thưa bác.'], ['Dạ, thưa anh.'], 3]);
    expect((await desk.accounts.read(OA))?.pausedUntil).toBeNull();
    expect(await desk.alarmNames()).toEqual([]);
  });

  test('as long as nothing is mended one request in five minutes asks again; the alarm stays one', async () => {
    const desk = await deliveryDesk();
    desk.control.nextOutcomes('send', error(-209), error(-209), error(-209));
    await desk.add('Dạ, thưa bác.');
    await desk.sendAll(14 * MINUTE);
    expect(desk.sends()).toBe(3);
    expect(await desk.alarms.active()).toMatchObject([{ kind: 'oa_configuration', count: 3 }]);
    await desk.sendAll();
    expect(desk.arrived()).toEqual(['Dạ, thưa bác.']);
    expect(await desk.alarmNames()).toEqual([]);
  });
});

describe('codes that only time mends', () => {
  test.each([-32, -214])('%i: this message waits for the next minute, others go on', async (code) => {
    const { desk, id } = await firstSendEnds(error(code), '2026-11-21T08:00:20+07:00');
    expect(await desk.dueIn(id)).toBe(41_500);
    expect(await desk.row(id)).toMatchObject({ status: 'pending', attempts: 0 });
    desk.control.person(NEIGHBOUR).writes('chào');
    await desk.add('Dạ, thưa anh.', { userId: NEIGHBOUR });
    await desk.sendDue();
    expect([desk.arrived(), desk.arrived(NEIGHBOUR)]).toEqual([[], ['Dạ, thưa anh.']]);
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), await desk.alarmNames()]).toEqual([['Dạ, thưa bác.'], 3, []]);
  });

  test('the account’s own limit: what is above it goes in the next minute, everything once', async () => {
    const desk = await deliveryDesk({ accounts: [{ requestsPerMinute: 5 }] });
    const people = Array.from({ length: 12 }, (_, at) => `dan-${at}`);
    for (const userId of people) {
      desk.control.person(userId).writes('chào');
      await desk.add(`Chào ${userId}`, { userId });
    }
    await desk.sendAll();
    expect(people.map((userId) => desk.arrived(userId))).toEqual(people.map((userId) => [`Chào ${userId}`]));
    expect(await desk.alarmNames()).toEqual([]);
  });

  test.each([
    ['2026-11-21T22:30:00+07:00', '2026-11-22T06:00:00+07:00'],
    ['2026-11-22T02:00:00+07:00', '2026-11-22T06:00:00+07:00'],
  ])('-234 at %s: waits until six in the morning in Vietnam', async (start, morning) => {
    const { desk, id } = await firstSendEnds(error(-234), start);
    expect((await desk.row(id)).dueAt).toBe(Date.parse(morning));
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), await desk.alarmNames()]).toEqual([['Dạ, thưa bác.'], 2, []]);
  });

  test('HTTP 429 is the limit too', async () => {
    const { desk, id } = await firstSendEnds({ kind: 'http', status: 429 });
    expect((await desk.row(id)).verdict).toBe('wait_a_minute');
    await desk.sendAll();
    expect([desk.arrived(), desk.sends()]).toEqual([['Dạ, thưa bác.'], 2]);
  });

  test('a Zalo out of reach for three hours costs no try and no message', async () => {
    const desk = await deliveryDesk();
    await desk.control.goDown();
    const id = await desk.add('Một');
    await desk.add('Hai');
    await desk.sendAll(3 * 60 * MINUTE);
    expect(await desk.row(id)).toMatchObject({ status: 'pending', verdict: 'no_connection', attempts: 0 });
    await desk.control.comeBack();
    await desk.sendAll();
    expect([desk.arrived(), await desk.alarmNames()]).toEqual([['Một', 'Hai'], []]);
  });
});

describe('messages past their time', () => {
  test('are not sent, cost no request and no alarm', async () => {
    const desk = await deliveryDesk();
    const id = await desk.add('Dạ, thưa bác.');
    desk.clock.advance(47 * 60 * MINUTE);
    await desk.sendAll();
    expect(await desk.row(id)).toMatchObject({ status: 'dead', verdict: 'expired', text: null });
    expect([desk.sends(), desk.arrived(), await desk.alarmNames()]).toEqual([0, [], []]);
  });

  test('also when they grew old while the account rested', async () => {
    const { desk, id } = await firstSendEnds(error(-209));
    desk.clock.advance(48 * 60 * MINUTE);
    await desk.sendAll();
    expect([(await desk.row(id)).verdict, desk.sends()]).toEqual(['expired', 1]);
  });
});
