import { beforeEach, expect, test } from 'vitest';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import type { Alarms } from '../../bot-server/src/ports/alarms.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

describeState('alarms', (open) => {
  let clock: MovingClock;
  let alarms: Alarms;
  beforeEach(() => {
    clock = movingClock();
    alarms = stateAlarms(open().state, clock);
  });

  test('the same trouble is one alarm, however often it is raised', async () => {
    const since = clock.now().getTime();
    await alarms.raise('oa_authorisation', '100', 'cấp quyền');
    clock.advance(5_000);
    await alarms.raise('oa_authorisation', '100', 'cấp quyền lại');
    await alarms.raise('oa_authorisation', '200', 'cấp quyền');
    const lastAt = since + 5_000;
    expect(await alarms.active()).toEqual([
      { kind: 'oa_authorisation', subject: '100', advice: 'cấp quyền lại', since, lastAt, count: 2 },
      { kind: 'oa_authorisation', subject: '200', advice: 'cấp quyền', since: lastAt, lastAt, count: 1 },
    ]);
  });

  test('oldest first, whatever their names', async () => {
    for (const kind of ['webhook_signature', 'event_failed', 'message_dead'] as const) {
      await alarms.raise(kind, '', 'x');
      clock.advance(1);
    }
    expect((await alarms.active()).map(({ kind }) => kind)).toEqual([
      'webhook_signature',
      'event_failed',
      'message_dead',
    ]);
  });

  test('a trouble that is over is gone, and a new one of its kind starts anew', async () => {
    await alarms.raise('message_dead', '', 'x');
    await alarms.raise('message_dead', '', 'x');
    await alarms.clear('message_dead', '');
    await alarms.clear('message_dead', 'never raised');
    expect(await alarms.active()).toEqual([]);
    await alarms.raise('message_dead', '', 'x');
    expect((await alarms.active())[0]?.count).toBe(1);
  });
});
