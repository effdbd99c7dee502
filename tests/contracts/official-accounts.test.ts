import { expect, test } from 'vitest';
import { stateOfficialAccounts } from '../../bot-server/src/adapters/state/repos/official-accounts.ts';
import type { AccountRecord } from '../../bot-server/src/ports/official-accounts.ts';
import { describeState } from '../fakes/test-database.ts';

describeState('official accounts', (open) => {
  test('gives back what was saved last; null for an account never seen', async () => {
    const accounts = stateOfficialAccounts(open().state);
    expect(await accounts.read('100')).toBeNull();
    const unknown = { type: null, pausedUntil: null, requestsPerMinute: null };
    const first: AccountRecord = { oaId: '100', sendPath: 'v3.0/oa/message/cs', ...unknown };
    const other: AccountRecord = { ...first, oaId: '200' };
    const learnt: AccountRecord = {
      ...{ oaId: '100', type: 4, sendPath: 'v2.0/oa/message' },
      ...{ pausedUntil: 1_795_000_000_000, requestsPerMinute: 1_500 },
    };
    for (const record of [first, other, learnt]) await accounts.save(record);
    expect(await accounts.read('100')).toEqual(learnt);
    expect(await accounts.read('200')).toEqual(other);
    await accounts.save({ ...learnt, pausedUntil: null });
    expect((await accounts.read('100'))?.pausedUntil).toBeNull();
  });
});
