import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import type { NewPair, OaTokens } from '../../bot-server/src/ports/oa-tokens.ts';
import { describeState } from '../fakes/test-database.ts';

const OA = '100';
const LEASE = 30_000;

function pair(name: string): NewPair {
  const obtainedAt = 1_795_000_000_000;
  return { accessToken: `a-${name}`, refreshToken: `r-${name}`, obtainedAt, expiresAt: obtainedAt + 90_000_000 };
}

describeState('OA tokens', (open) => {
  let tokens: OaTokens;
  beforeEach(() => {
    tokens = stateOaTokens(open().state, randomIds);
  });

  async function locked(now = 0): Promise<string> {
    const lock = await tokens.lock(OA, now, LEASE);
    if (lock === null) throw new Error('the lock is taken');
    return lock;
  }

  test('an account that was never authorised has none, locked or not', async () => {
    expect(await tokens.read(OA)).toBeNull();
    const lock = await locked();
    expect(await tokens.read(OA)).toBeNull();
    expect(await tokens.replace(OA, lock, pair('first'))).toBe(true);
    expect(await tokens.read(OA)).toEqual({ ...pair('first'), usedAt: null, refused: false });
  });

  test('keeps accounts apart', async () => {
    await tokens.authorise(OA, pair('one'));
    await tokens.authorise('200', pair('two'));
    await locked();
    expect(await tokens.lock('200', 0, LEASE)).not.toBeNull();
    expect(await tokens.read('200')).toMatchObject(pair('two'));
  });

  test('one at a time may refresh, until the lease is over', async () => {
    await tokens.authorise(OA, pair('old'));
    const first = await locked(1_000);
    expect(await tokens.lock(OA, 999 + LEASE, LEASE)).toBeNull();
    const second = await locked(1_000 + LEASE);
    expect(await tokens.noteUse(OA, first, 5)).toBe(false);
    expect(await tokens.replace(OA, first, pair('wrong'))).toBe(false);
    await tokens.unlock(OA, first, true);
    expect(await tokens.lock(OA, 1_000 + LEASE, LEASE)).toBeNull();
    expect(await tokens.read(OA)).toEqual({ ...pair('old'), usedAt: null, refused: false });
    expect(await tokens.replace(OA, second, pair('new'))).toBe(true);
  });

  test('a refresh: noted, then replaced, and the lock is free again', async () => {
    await tokens.authorise(OA, pair('old'));
    const lock = await locked();
    expect(await tokens.noteUse(OA, lock, 1_795_000_000_001)).toBe(true);
    expect(await tokens.read(OA)).toMatchObject({ ...pair('old'), usedAt: 1_795_000_000_001 });
    expect(await tokens.replace(OA, lock, pair('new'))).toBe(true);
    expect(await tokens.read(OA)).toEqual({ ...pair('new'), usedAt: null, refused: false });
    expect(await tokens.replace(OA, lock, pair('again'))).toBe(false);
    expect(await tokens.lock(OA, 0, LEASE)).not.toBeNull();
  });

  test('whoever comes after a refresher that died knows that the token may be spent', async () => {
    await tokens.authorise(OA, pair('old'));
    await tokens.noteUse(OA, await locked(0), 7);
    await locked(LEASE);
    expect((await tokens.read(OA))?.usedAt).toBe(7);
  });

  test('giving the lock back keeps the pair, and remembers a refusal', async () => {
    await tokens.authorise(OA, pair('old'));
    await tokens.unlock(OA, await locked(), false);
    expect(await tokens.read(OA)).toEqual({ ...pair('old'), usedAt: null, refused: false });
    await tokens.unlock(OA, await locked(), true);
    expect(await tokens.read(OA)).toEqual({ ...pair('old'), usedAt: null, refused: true });
    await tokens.unlock(OA, await locked(), false);
    expect((await tokens.read(OA))?.refused).toBe(true);
  });

  test('a new authorisation replaces everything, and an earlier refresher cannot overwrite it', async () => {
    await tokens.authorise(OA, pair('old'));
    const lock = await locked();
    await tokens.noteUse(OA, lock, 7);
    await tokens.authorise(OA, pair('new'));
    expect(await tokens.replace(OA, lock, pair('late'))).toBe(false);
    expect(await tokens.read(OA)).toEqual({ ...pair('new'), usedAt: null, refused: false });
  });
});
