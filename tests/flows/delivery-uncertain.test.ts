import { describe, expect, test } from 'vitest';
import type { AlarmKind } from '../../bot-server/src/ports/alarms.ts';
import type { PlannedOutcome } from '../../bot-server/src/simulated-zalo/faults/outcomes.ts';
import { deliveryDesk, firstSendEnds, OA, PATIENCE_MS, PERSON } from '../fakes/delivery-desk.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const error = (code: number): PlannedOutcome => ({ kind: 'error', error: code });

/** Ends after which nobody knows whether the person has the message. */
const OPEN_ENDS: readonly [string, (delivered: boolean) => PlannedOutcome][] = [
  ['cut', (delivered) => ({ kind: 'cut', delivered })],
  ['late', (delivered) => ({ kind: 'late', ms: 2 * PATIENCE_MS, delivered })],
  ['garbled', (delivered) => ({ kind: 'garbled', delivered })],
  ['empty', (delivered) => ({ kind: 'garbled', body: '', delivered })],
  ['a success without an id', (delivered) => ({ kind: 'garbled', body: '{"error":0,"message":"Success"}', delivered })],
  ['-200', (delivered) => ({ kind: 'error', error: -200, delivered })],
  ['500 with a page', (delivered) => ({ kind: 'http', status: 500, delivered })],
  ['500 with JSON', (delivered) => ({ kind: 'http', status: 500, json: true, delivered })],
  ['502', (delivered) => ({ kind: 'http', status: 502, delivered })],
  ['503 with JSON', (delivered) => ({ kind: 'http', status: 503, json: true, delivered })],
  ['504', (delivered) => ({ kind: 'http', status: 504, delivered })],
  ['403 with a page', (delivered) => ({ kind: 'http', status: 403, delivered })],
];
const BOTH = OPEN_ENDS.flatMap(([name, make]) => [
  [name, 'delivered', make(true)] as const,
  [name, 'not delivered', make(false)] as const,
]);

describe('an uncertain send: the conversation is read, and only what is missing is sent', () => {
  test.each(BOTH)('%s, %s', async (_name, what, outcome) => {
    const { desk, id } = await firstSendEnds(outcome);
    expect(await desk.row(id)).toMatchObject({ status: 'pending', attempts: 1, text: 'Dạ, thưa bác.' });
    expect(await desk.dueIn(id)).toBe(10 * SECOND);
    await desk.sendAll();
    expect(desk.arrived()).toEqual(['Dạ, thưa bác.']);
    await expect.poll(() => desk.sends()).toBe(what === 'delivered' ? 1 : 2);
    expect(await desk.row(id)).toMatchObject({
      ...{ status: 'sent', text: null, messageId: desk.control.delivered(PERSON)[0]?.messageId },
    });
    expect(await desk.alarmNames()).toEqual([]);
  });

  const fates = [true, false].flatMap((first) => [true, false].map((second) => [first, second] as const));
  test.each(fates)(
    'two messages with the same words (delivered: %s, %s): the person has it twice, not once, not thrice',
    async (first, second) => {
      const desk = await deliveryDesk();
      desk.control.nextOutcomes('send', { kind: 'cut', delivered: first });
      await desk.add('Dạ.');
      const other = await desk.add('Dạ.');
      await desk.sendDue();
      desk.clock.advance(10 * SECOND);
      // The first is found or sent again; then the second has its own trouble.
      if (!first) desk.control.nextOutcomes('send', { kind: 'normal' });
      desk.control.nextOutcomes('send', { kind: 'cut', delivered: second });
      await desk.sendDue();
      expect((await desk.row(other)).status).toBe('pending');
      await desk.sendAll();
      expect(desk.arrived()).toEqual(['Dạ.', 'Dạ.']);
      const ids = desk.control.delivered(PERSON).map(({ messageId }) => messageId);
      expect((await desk.row(other)).messageId).toBe(ids[1]);
    },
  );

  test('the same words of ten minutes ago, from the person, or from the account’s staff long before, are not taken for it', async () => {
    const desk = await deliveryDesk();
    await desk.add('Dạ.');
    desk.control.staffWrites(PERSON, 'Dạ.');
    await desk.sendAll();
    desk.clock.advance(10 * MINUTE);
    desk.control.person(PERSON).writes('Dạ.');
    desk.control.nextOutcomes('send', { kind: 'cut' });
    await desk.add('Dạ.');
    await desk.sendAll();
    expect(desk.arrived()).toEqual(['Dạ.', 'Dạ.']);
  });

  test('found although the person has written thirty lines since', async () => {
    const { desk } = await firstSendEnds({ kind: 'cut', delivered: true });
    for (let line = 0; line < 30; line += 1) desk.control.person(PERSON).writes(`dòng ${line}`);
    await desk.sendAll();
    expect([desk.arrived(), desk.sends()]).toEqual([['Dạ, thưa bác.'], 1]);
  });

  test('a chat too long to be searched counts as not readable', async () => {
    const { desk, id } = await firstSendEnds({ kind: 'cut', delivered: true });
    for (let line = 0; line < 60; line += 1) desk.control.person(PERSON).writes(`dòng ${line}`);
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), (await desk.row(id)).verdict]).toEqual([['Dạ, thưa bác.'], 1, 'uncertain']);
  });

  const unreadable: readonly PlannedOutcome[] = [
    { kind: 'http', status: 502 },
    { kind: 'cut' },
    { kind: 'garbled' },
    error(-32),
    error(-212),
    error(-200),
  ];
  test.each(unreadable)(
    'a conversation that cannot be read for a while (%o) is read later; nothing is sent blindly',
    async (outcome) => {
      const { desk, id } = await firstSendEnds({ kind: 'cut', delivered: false });
      desk.control.nextOutcomes('conversation', outcome, outcome, outcome);
      await desk.sendAll(20 * SECOND);
      expect([desk.sends(), (await desk.row(id)).status]).toEqual([1, 'pending']);
      await desk.sendAll();
      expect([desk.arrived(), desk.sends(), await desk.alarmNames()]).toEqual([['Dạ, thưa bác.'], 2, []]);
    },
  );

  test.each([true, false])(
    'one that can never be read (delivered: %s): never sent again, given up, an official is told',
    async (delivered) => {
      const { desk, id } = await firstSendEnds({ kind: 'http', status: 500, delivered });
      desk.control.nextOutcomes('conversation', ...Array.from({ length: 50 }, (): PlannedOutcome => ({ kind: 'cut' })));
      const after = await desk.add('Tin sau.');
      await desk.sendAll();
      expect(desk.sends()).toBe(2);
      expect(desk.arrived()).toEqual(delivered ? ['Dạ, thưa bác.', 'Tin sau.'] : ['Tin sau.']);
      expect([await desk.row(id), await desk.row(after)]).toMatchObject([
        { status: 'dead', verdict: 'uncertain', text: null },
        { status: 'sent' },
      ]);
      const alarms = await desk.alarms.active();
      expect(alarms).toMatchObject([{ kind: 'message_uncertain' satisfies AlarmKind, subject: OA }]);
      expect(alarms[0]?.advice).toMatch(/OA Manager/);
      expect(JSON.stringify(alarms)).not.toMatch(/thưa bác|nguoi-1/);
    },
  );

  test('the token dies meanwhile: renewed for the look, one look, nothing sent twice', async () => {
    const { desk } = await firstSendEnds({ kind: 'cut', delivered: true });
    desk.control.revokeAccessTokens();
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), desk.control.count('oauth')]).toEqual([['Dạ, thưa bác.'], 1, 1]);
  });

  test('a day without a token uses up no try: the look comes when the account is authorised again', async () => {
    const { desk, id } = await firstSendEnds({ kind: 'cut', delivered: true });
    desk.control.revokeAccessTokens();
    desk.control.revokeRefreshTokens();
    await desk.sendAll(20 * 60 * MINUTE);
    expect((await desk.row(id)).status).toBe('pending');
    await desk.authorise();
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), (await desk.row(id)).status]).toEqual([['Dạ, thưa bác.'], 1, 'sent']);
  });

  test('three quarters of an hour in which Zalo answers nothing but 5xx, half of it after delivering: everybody gets it once', async () => {
    const desk = await deliveryDesk({ faults: { http5xx: 1 } });
    const people = Array.from({ length: 8 }, (_, at) => `dan-${at}`);
    for (const userId of people) {
      desk.control.person(userId).writes('chào');
      await desk.add('Chào bác', { userId });
    }
    await desk.sendAll(45 * MINUTE);
    expect(desk.sends()).toBe(8);
    desk.control.setFaults({});
    await desk.sendAll();
    expect(people.map((userId) => desk.arrived(userId))).toEqual(people.map(() => ['Chào bác']));
    expect(await desk.alarmNames()).toEqual([]);
  });

  test('a process that died after Zalo had the message: the next one looks and does not send', async () => {
    const desk = await deliveryDesk();
    const id = await desk.add('Dạ, thưa bác.');
    const [claim] = await desk.outbox.claim(OA, desk.clock.now().getTime(), MINUTE, 1);
    const access = await desk.access.current(OA);
    if (access.kind !== 'token' || claim === undefined) throw new Error('nothing to die with');
    await desk.client.send('v2.0/oa/message', access.token, claim.message);
    desk.clock.advance(MINUTE);
    await desk.sendAll();
    expect([desk.arrived(), desk.sends(), (await desk.row(id)).status]).toEqual([['Dạ, thưa bác.'], 1, 'sent']);
  });
});

test.each([1, 2, 3])(
  'forty people on a bad day (seed %i): everybody has every message once, in order',
  async (seed) => {
    const desk = await deliveryDesk({
      seed,
      // Nothing is to be late here.
      patienceMs: 5_000,
      faults: {
        ...{ error32: 0.05, http5xx: 0.1, invalidToken: 0.05, error200: 0.05, garbled: 0.05 },
        ...{ cutAfterDelivery: 0.05, cutBeforeDelivery: 0.05 },
      },
    });
    const people = Array.from({ length: 40 }, (_, at) => `dan-${at}`);
    for (const userId of people) {
      desk.control.person(userId).writes('chào');
      await desk.add('Dạ.', { userId });
      await desk.add('Dạ.', { userId });
      await desk.add(`Chào ${userId}`, { userId });
    }
    await desk.sendAll();
    expect(people.map((userId) => desk.arrived(userId))).toEqual(
      people.map((userId) => ['Dạ.', 'Dạ.', `Chào ${userId}`]),
    );
    expect(await desk.alarmNames()).toEqual([]);
  },
);
