import type { Topic } from '@phuong-so/shared/domain/conversation';
import { beforeEach, describe, expect, test } from 'vitest';
import { stateConversationMemory } from '../../bot-server/src/adapters/state/repos/conversation-memory.ts';
import type { Clock } from '../../bot-server/src/ports/clock.ts';
import type { ConversationMemory } from '../../bot-server/src/ports/conversation-memory.ts';
import { fakeConversationMemory } from '../fakes/conversation-memory.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const MINUTE = 60_000;

function topic(change: Partial<Topic> = {}): Topic {
  const empty = { unitIds: [], taskIds: [], targetIds: [], year: null, documentId: null };
  return { ward: 'a', intent: 'who', ...empty, ...change };
}

describe('conversation memory: fake', () => promises(fakeConversationMemory));

describeState('conversation memory', (open) => {
  promises((clock) => stateConversationMemory(open().state, clock));

  test('no word of a message reaches the database, even when a caller passes one', async () => {
    const { db, tables } = open().state;
    const memory = stateConversationMemory(open().state, movingClock());
    const withText = { ...topic(), lastQuestionFolded: 'so dien thoai cua toi' } as unknown as Topic;
    await memory.save('c1', 'a', withText);
    expect(JSON.stringify(await db.select().from(tables.conversations))).not.toContain('dien thoai');
  });
});

function promises(make: (clock: Clock) => ConversationMemory): void {
  let clock: MovingClock;
  let memory: ConversationMemory;
  beforeEach(() => {
    clock = movingClock();
    memory = make(clock);
  });

  test('gives back the last topic', async () => {
    await memory.save('c1', 'a', topic({ year: '2025' }));
    await memory.save('c1', 'a', topic({ year: '2030', unitIds: ['u1'] }));
    expect(await memory.load('c1', 'a')).toEqual(topic({ year: '2030', unitIds: ['u1'] }));
    await memory.save('c1', 'a', topic({ serviceId: 'tach-ho' }));
    expect(await memory.load('c1', 'a')).toEqual(topic({ serviceId: 'tach-ho' }));
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
}
