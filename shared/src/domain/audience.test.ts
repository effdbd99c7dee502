import { expect, test } from 'vitest';
import { ReachCount, type Resident, waysTo } from './audience.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const ON = { oa: true, mini_app: false, zbs: false };

function resident(change: Partial<Resident> = {}, interacted: number | null = 1): Resident {
  const chat = { oaId: '1', userId: '2', interactedAt: interacted && NOW - interacted * HOUR, leftAt: null };
  return {
    ...{ id: 'zalo:1', group: null, inApp: true, notifications: false, chat, muted: [], wantsChat: true },
    ...change,
  };
}

const ways = (person: Resident, on = ON) =>
  waysTo(person, 'meeting', on, NOW).map(({ channel, reason }) =>
    reason === null ? channel : `${channel}: ${reason}`,
  );

test.each([
  ['in app and chat', resident(), ['feed', 'oa']],
  ['only in chat', resident({ inApp: false }), ['oa']],
  ['no chat known', resident({ chat: null }), ['feed', 'oa: not_linked']],
  ['wrote 8 days ago', resident({}, 192), ['feed', 'oa: no_interaction_7_days']],
  ['never wrote', resident({ inApp: false }, null), ['oa: never_wrote']],
  ['muted this kind', resident({ muted: ['meeting'] }), ['feed', 'oa: muted']],
  ['muted another kind', resident({ muted: ['fee'] }), ['feed', 'oa']],
  ['wants nothing by chat', resident({ wantsChat: false }), ['feed', 'oa: no_consent']],
])('%s', (_, person, wanted) => {
  expect(ways(person)).toEqual(wanted);
});

test('at most one way comes to a person by itself: the chat, else the notification, else a template message', () => {
  const all = { oa: true, mini_app: true, zbs: true };
  expect(ways(resident({ notifications: true }), all)).toEqual(['feed', 'oa']);
  expect(ways(resident({ notifications: true }, 192), all)).toEqual(['feed', 'mini_app']);
  expect(ways(resident({}, 192), all)).toEqual(['feed', 'zbs']);
  expect(ways(resident({ muted: ['meeting'], notifications: true }, 192), all)).toEqual(['feed', 'oa: muted']);
  expect(ways(resident({ chat: null }), { ...all, oa: false })).toEqual(['feed', 'oa: channel_off']);
});

test('everybody counts once, under the best way; the reasons are of those to whom nothing comes', () => {
  const count = new ReachCount();
  const people = [
    resident(),
    resident({ inApp: false }, 100),
    resident({ chat: null }),
    resident({ inApp: false }, null),
  ];
  for (const person of people) count.add(waysTo(person, 'meeting', ON, NOW));
  const { people: total, byChannel, unreached, mayCost } = count.result();
  expect(total).toBe(4);
  expect([...byChannel]).toEqual([
    ['oa', 2],
    ['feed', 1],
  ]);
  expect([...unreached]).toEqual([
    ['not_linked', 1],
    ['never_wrote', 1],
  ]);
  expect(mayCost).toBe(1);
});
