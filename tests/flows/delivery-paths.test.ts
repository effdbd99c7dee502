import { describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAttachments } from '../../bot-server/src/adapters/state/repos/attachments.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateClasses } from '../../bot-server/src/adapters/state/repos/classes.ts';
import { stateWorkReminders } from '../../bot-server/src/adapters/state/repos/work-reminders.ts';
import { keepHouse } from '../../bot-server/src/app/keep-house.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import type { PlannedOutcome } from '../../bot-server/src/simulated-zalo/faults/outcomes.ts';
import { type DeliveryDesk, deliveryDesk, firstSendEnds, OA } from '../fakes/delivery-desk.ts';

const SECOND = 1_000;
const error = (code: number): PlannedOutcome => ({ kind: 'error', error: code });

const paths = ({ control }: DeliveryDesk) =>
  control.requests.filter(({ operation }) => operation === 'send').map(({ path, verdict }) => [path, verdict]);
const V2 = '/v2.0/oa/message';
const V3 = '/v3.0/oa/message/cs';

describe('a token that Zalo does not take', () => {
  const ways: readonly [string, PlannedOutcome][] = [
    ['-216', error(-216)],
    ['-220', error(-220)],
    ['HTTP 401 with JSON', { kind: 'http', status: 401, json: true }],
    ['HTTP 401 with a page', { kind: 'http', status: 401 }],
  ];
  test.each(ways)('%s: refreshed once, sent once more', async (_name, outcome) => {
    const { desk, id } = await firstSendEnds(outcome);
    expect((await desk.row(id)).status).toBe('sent');
    expect([desk.arrived(), desk.sends(), desk.control.count('oauth')]).toEqual([['Dạ, thưa bác.'], 2, 1]);
    expect(await desk.alarmNames()).toEqual([]);
  });

  test('refused again after the refresh: later once more, and not at once', async () => {
    const desk = await deliveryDesk();
    desk.control.nextOutcomes('send', error(-216), error(-216));
    const id = await desk.add('Dạ, thưa bác.');
    await desk.sendDue();
    expect([desk.sends(), desk.control.count('oauth'), await desk.dueIn(id)]).toEqual([2, 1, 2 * SECOND]);
    await desk.sendAll();
    expect([desk.arrived(), desk.sends()]).toEqual([['Dạ, thưa bác.'], 3]);
  });

  test('refused for ever: given up, and the alarm names the command', async () => {
    const desk = await deliveryDesk();
    desk.control.nextOutcomes('send', ...Array.from({ length: 40 }, () => error(-216)));
    const id = await desk.add('Dạ, thưa bác.');
    await desk.sendAll();
    expect(await desk.row(id)).toMatchObject({ status: 'dead', verdict: 'tries_used_up' });
    expect(await desk.alarms.active()).toMatchObject([
      { kind: 'message_dead', advice: expect.stringMatching(/mã truy cập.*npm run admin -- oa authorise/) },
    ]);
    expect(desk.sends()).toBeLessThanOrEqual(40);
  });

  test('many messages at once refresh it once', async () => {
    const desk = await deliveryDesk();
    const people = Array.from({ length: 10 }, (_, at) => `dan-${at}`);
    for (const userId of people) {
      desk.control.person(userId).writes('chào');
      await desk.add('Chào bác', { userId });
    }
    desk.control.revokeAccessTokens();
    await desk.sendAll();
    expect(people.map((userId) => desk.arrived(userId))).toEqual(people.map(() => ['Chào bác']));
    expect(desk.control.count('oauth')).toBe(1);
  });
});

describe('the two paths', () => {
  test.each([
    [
      'a state agency',
      4,
      [
        [V3, '-235'],
        [V2, '0'],
        [V2, '0'],
      ],
      'v2.0/oa/message',
    ],
    [
      'a business',
      2,
      [
        [V3, '0'],
        [V3, '0'],
      ],
      'v3.0/oa/message/cs',
    ],
  ])(
    '%s that nothing is known of: the first message gets through, the path is remembered',
    async (_name, type, expected, kept) => {
      const desk = await deliveryDesk({ accounts: [{ type }], account: null });
      await desk.add('Một');
      await desk.add('Hai');
      await desk.sendAll();
      expect(desk.arrived()).toEqual(['Một', 'Hai']);
      expect(paths(desk)).toEqual(expected);
      expect((await desk.accounts.read(OA))?.sendPath).toBe(kept);
      expect(await desk.alarmNames()).toEqual([]);
    },
  );

  test('an account that changes from agency to business is followed by -240', async () => {
    const desk = await deliveryDesk();
    desk.control.setOaType(2);
    await desk.add('Một');
    await desk.add('Hai');
    await desk.sendAll();
    expect(paths(desk)).toEqual([
      [V2, '-240'],
      [V3, '0'],
      [V3, '0'],
    ]);
    expect(await desk.accounts.read(OA)).toMatchObject({ type: 4, sendPath: 'v3.0/oa/message/cs' });
  });

  test('an old token and the wrong path in one: renewed, switched, delivered once, without an alarm', async () => {
    const desk = await deliveryDesk({ account: null });
    desk.control.revokeAccessTokens();
    await desk.add('Một');
    await desk.sendDue();
    expect(paths(desk)).toEqual([
      [V3, '-216'],
      [V3, '-235'],
      [V2, '0'],
    ]);
    expect([desk.arrived(), await desk.alarmNames()]).toEqual([['Một'], []]);
  });

  test.each([-200, -201, -213, -216, -233, -234])('%i does not switch the path', async (code) => {
    const desk = await deliveryDesk();
    desk.control.nextOutcomes('send', error(code));
    await desk.add('Một');
    await desk.sendDue();
    expect(paths(desk).every(([path]) => path === V2)).toBe(true);
    expect((await desk.accounts.read(OA))?.sendPath).toBe('v2.0/oa/message');
  });

  test('-235 on v2 or -240 on v3 means something else: no switch, an operator looks', async () => {
    const desk = await deliveryDesk();
    desk.control.nextOutcomes('send', error(-235));
    await desk.add('Một');
    await desk.sendDue();
    expect([paths(desk), await desk.alarmNames()]).toEqual([[[V2, '-235']], ['oa_configuration']]);
  });

  test('both paths refused: an operator looks, what was known stays, and the next success ends the alarm', async () => {
    const desk = await deliveryDesk({ account: null });
    desk.control.nextOutcomes('send', error(-235), error(-240));
    const id = await desk.add('Một');
    await desk.sendDue();
    expect([desk.sends(), await desk.alarmNames()]).toEqual([2, ['oa_configuration']]);
    expect((await desk.row(id)).status).toBe('pending');
    await desk.sendAll();
    expect([desk.arrived(), await desk.alarmNames()]).toEqual([['Một'], []]);
    expect(await desk.accounts.read(OA)).toMatchObject({ pausedUntil: null, sendPath: 'v2.0/oa/message' });
  });

  test('an answer lost after the switch is looked for like any other', async () => {
    const desk = await deliveryDesk({ account: null });
    desk.control.nextOutcomes('send', { kind: 'normal' }, { kind: 'cut', delivered: true });
    await desk.add('Một');
    await desk.sendAll();
    expect([desk.arrived(), desk.sends()]).toEqual([['Một'], 2]);
  });
});

describe('what the worker learns of the account when it starts', () => {
  const learn = (desk: DeliveryDesk) => {
    const { clock, outbox, deliveries, accounts, access, client, state } = desk;
    const chats = stateChatStore(state, clock, randomIds);
    const classes = stateClasses(state, randomIds, { demo: false });
    const attachments = stateAttachments(state, randomIds, { demo: false });
    const log = createLog('silent');
    const workReminders = stateWorkReminders(state, randomIds);
    const house = {
      ...{ chats, outbox, deliveries, attachments, accounts, access, clock, log, classes, workReminders },
      zalo: client,
      names: new Map<string, string>(),
    };
    return keepHouse(house, [{ oaId: OA }]);
  };

  test.each([
    ['a state agency', 4, V2],
    ['a business', 2, V3],
  ])('%s: the very first message takes one request', async (_name, type, path) => {
    const desk = await deliveryDesk({ accounts: [{ type }], account: null });
    await learn(desk);
    await desk.add('Một');
    await desk.sendAll();
    expect([desk.arrived(), paths(desk)]).toEqual([['Một'], [[path, '0']]]);
    expect((await desk.accounts.read(OA))?.type).toBe(type);
  });

  test('learnt late, while the account rests: the rest stays, and its alarm ends with the next success', async () => {
    const desk = await deliveryDesk({ account: null });
    desk.control.nextOutcomes('send', error(-209));
    await desk.add('Một');
    await desk.sendDue();
    await learn(desk);
    await desk.sendDue();
    expect([desk.sends(), await desk.alarmNames()]).toEqual([1, ['oa_configuration']]);
    await desk.sendAll();
    expect([desk.arrived(), await desk.alarmNames()]).toEqual([['Một'], []]);
  });
});
