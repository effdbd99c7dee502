import { describe, expect, test } from 'vitest';
import type { PlannedOutcome } from '../../bot-server/src/simulated-zalo/faults/outcomes.ts';
import { type DeliveryDesk, deliveryDesk, PERSON } from '../fakes/delivery-desk.ts';

const error = (code: number): PlannedOutcome => ({ kind: 'error', error: code });

describe('buttons', () => {
  const long = `Kế hoạch ${'rất dài '.repeat(20)}`;
  const choices = ['Ai chủ trì?', 'Bao giờ xong?', long];
  const shown = ({ control }: DeliveryDesk) => control.delivered(PERSON).map(({ buttons }) => buttons);

  test('are not sent unless switched on', async () => {
    const desk = await deliveryDesk();
    await desk.add('Bác hỏi gì?', { choices });
    await desk.sendAll();
    expect(shown(desk)).toEqual([[]]);
  });

  test('say the choice; pressing one types it', async () => {
    const desk = await deliveryDesk({ buttons: true });
    const id = await desk.add('Bác hỏi gì?', { choices });
    await desk.add('Không có gì để chọn.');
    await desk.sendAll();
    expect(shown(desk)).toMatchObject([choices.map((payload) => ({ payload })), []]);
    const titles = shown(desk)[0]?.map(({ title }) => title) ?? [];
    expect(titles.slice(0, 2)).toEqual(choices.slice(0, 2));
    expect(titles[2]).toMatch(/^Kế hoạch rất dài .*…$/);
    expect(titles[2]?.length).toBeLessThanOrEqual(100);
    expect((await desk.row(id)).choices).toBeNull();
  });

  test.each([-201, -210, -233])('refused with %i: sent once more without them', async (code) => {
    const desk = await deliveryDesk({ buttons: true });
    desk.control.nextOutcomes('send', error(code));
    const id = await desk.add('Bác hỏi gì?', { choices });
    await desk.sendAll();
    expect([desk.arrived(), shown(desk), desk.sends()]).toEqual([['Bác hỏi gì?'], [[]], 2]);
    expect([(await desk.row(id)).status, await desk.alarmNames()]).toEqual(['sent', []]);
  });

  test('refused without them too: given up as any message', async () => {
    const desk = await deliveryDesk({ buttons: true });
    desk.control.nextOutcomes('send', error(-201), error(-201));
    const id = await desk.add('Bác hỏi gì?', { choices });
    await desk.sendAll();
    expect([(await desk.row(id)).status, desk.sends(), await desk.alarmNames()]).toEqual(['dead', 2, ['message_dead']]);
  });

  test('a business account, whose path takes none, gets the text', async () => {
    const desk = await deliveryDesk({ buttons: true, accounts: [{ type: 2 }], account: null });
    await desk.add('Bác hỏi gì?', { choices });
    await desk.sendAll();
    expect([desk.arrived(), shown(desk)]).toEqual([['Bác hỏi gì?'], [[]]]);
  });

  test('are found again after a lost answer', async () => {
    const desk = await deliveryDesk({ buttons: true });
    desk.control.nextOutcomes('send', { kind: 'cut', delivered: true });
    await desk.add('Bác hỏi gì?', { choices });
    await desk.sendAll();
    expect([desk.arrived(), desk.sends()]).toEqual([['Bác hỏi gì?'], 1]);
  });
});
