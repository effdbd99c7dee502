import type { Topic } from '@phuong-so/shared/domain/conversation';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqliteConversationMemory } from '../../bot-server/src/adapters/state/conversation-memory.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import type { ConversationMemory } from '../../bot-server/src/ports/conversation-memory.ts';
import { fakeConversationMemory } from '../fakes/conversation-memory.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';

const MINUTE = 60_000;
const implementations = {
  fake: (clock: MovingClock) => ({ memory: fakeConversationMemory(clock), close() {} }),
  sqlite: (clock: MovingClock) => {
    const state = openState(':memory:');
    return { memory: sqliteConversationMemory(state, clock), close: () => state.close() };
  },
};

function topic(change: Partial<Topic> = {}): Topic {
  const empty = { unitIds: [], taskIds: [], targetIds: [], year: null, documentId: null };
  return { ward: 'a', intent: 'who', ...empty, ...change };
}

describe.each(Object.entries(implementations))('conversation memory: %s', (_name, make) => {
  let clock: MovingClock;
  let memory: ConversationMemory;
  let close: () => void;
  beforeEach(() => {
    clock = movingClock();
    ({ memory, close } = make(clock));
  });
  afterEach(() => close());

  test('gives back the last topic', async () => {
    await memory.save('c1', 'a', topic({ year: '2025' }));
    await memory.save('c1', 'a', topic({ year: '2030', unitIds: ['u1'] }));
    expect(await memory.load('c1', 'a')).toEqual(topic({ year: '2030', unitIds: ['u1'] }));
  });

  test('keeps conversations and wards apart', async () => {
    await memory.save('c1', 'a', topic());
    expect(await memory.load('c2', 'a')).toBeNull();
    expect(await memory.load('c1', 'b')).toBeNull();
    await memory.save('c1', 'b', topic({ ward: 'b' }));
    expect(await memory.load('c1', 'a')).toBeNull();
  });

  test('forgets a topic after half an hour without a message', async () => {
    await memory.save('c1', 'a', topic());
    clock.advance(29 * MINUTE);
    expect(await memory.load('c1', 'a')).not.toBeNull();
    await memory.save('c1', 'a', topic());
    clock.advance(31 * MINUTE);
    expect(await memory.load('c1', 'a')).toBeNull();
  });

  test('forgets on request, and an unknown conversation without a fuss', async () => {
    await memory.save('c1', 'a', topic());
    await memory.forget('c1');
    await memory.forget('never seen');
    expect(await memory.load('c1', 'a')).toBeNull();
  });

  test('does not hand out what a caller changes afterwards', async () => {
    const unitIds = ['u1'];
    await memory.save('c1', 'a', topic({ unitIds }));
    unitIds.push('u2');
    expect((await memory.load('c1', 'a'))?.unitIds).toEqual(['u1']);
  });
});

test('no word of a message reaches the database, even when a caller passes one', async () => {
  const state = openState(':memory:');
  const memory = sqliteConversationMemory(state, movingClock());
  const withText = { ...topic(), lastQuestionFolded: 'so dien thoai cua toi' } as unknown as Topic;
  await memory.save('c1', 'a', withText);
  expect(JSON.stringify(state.db.$client.prepare('select * from conversations').all())).not.toContain('dien thoai');
  state.close();
});
