import { expect, test } from 'vitest';
import { RecentSounds } from './recent-sounds.ts';

const sound = (bytes: number) => new Uint8Array(bytes);

test('forgets what was not wanted for longest once the room is full, and keeps no more than fits', () => {
  const sounds = new RecentSounds(100);
  sounds.put('a', sound(40));
  sounds.put('b', sound(40));
  expect(sounds.get('a')).toHaveLength(40);
  sounds.put('c', sound(40));
  expect([sounds.get('a')?.length, sounds.get('b'), sounds.get('c')?.length]).toEqual([40, null, 40]);
  sounds.put('a', sound(10));
  sounds.put('d', sound(50));
  expect([sounds.get('a')?.length, sounds.get('c')?.length, sounds.get('d')?.length]).toEqual([10, 40, 50]);
  sounds.put('e', sound(101));
  expect(['a', 'c', 'd', 'e'].map((words) => sounds.get(words))).toEqual([null, null, null, null]);
});
