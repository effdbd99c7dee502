import type { ChatEvent } from '@phuong-so/shared/domain/chat';
import { expect, test, vi } from 'vitest';
import { acceptInBatches } from './accept-in-batches.ts';

function event(id: string): ChatEvent {
  return { id, oaId: 'oa', userId: 'u', kind: 'text', text: id, messageIds: [id], quotedMessageId: null, at: 0 };
}

test('what comes during a write goes with the next one, and nobody is told before it is stored', async () => {
  const batches: string[][] = [];
  const finish: (() => void)[] = [];
  const accept = acceptInBatches((events) => {
    batches.push(events.map(({ id }) => id));
    return new Promise<void>((resolve) => finish.push(resolve));
  });
  const told: string[] = [];
  const all = ['a', 'b', 'c'].map((id) => accept(event(id)).then(() => told.push(id)));
  await vi.waitFor(() => expect(batches).toHaveLength(1));
  const later = accept(event('d')).then(() => told.push('d'));
  expect(batches).toEqual([['a', 'b', 'c']]);
  expect(told).toEqual([]);
  finish[0]?.();
  await Promise.all(all);
  await vi.waitFor(() => expect(batches[1]).toEqual(['d']));
  finish[1]?.();
  await later;
  expect(told).toEqual(['a', 'b', 'c', 'd']);
});

test('a write that fails is told to its own events only', async () => {
  let broken = true;
  const accept = acceptInBatches(async () => {
    if (broken) throw new Error('disk full');
  });
  await expect(accept(event('a'))).rejects.toThrow('disk full');
  broken = false;
  await expect(accept(event('a'))).resolves.toBeUndefined();
});
