import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, json, noNetwork, SESSION, signedIn } from '../../testing/fake-server.ts';
import { createApiClient } from '../api/client.ts';
import { ENDPOINTS } from '../api/endpoints.ts';
import { SessionStore } from './session-store.ts';

const START = Date.parse('2026-11-21T02:00:00Z');
const TWO_HOURS = 2 * 60 * 60_000;
const unauthorised = () => json({ error: { code: 'sign_in_required', message: 'Xin đăng nhập lại.' } }, 401);

let server: FakeServer;
let now: number;

const open = (accessToken: string | null, kind: 'zalo' | 'browser' = 'zalo') =>
  new SessionStore({
    client: createApiClient({ baseUrl: '', fetch: server.fetch, timeLimitMs: 1_000 }),
    platform: { kind, accessToken: async () => accessToken },
    now: () => now,
  });
const fresh = (token: string) => () => json({ ...SESSION, token, expires_in: TWO_HOURS / 1000 });

beforeEach(() => {
  server = new FakeServer();
  signedIn(server);
  server.replies.signIn = fresh('first');
  now = START;
});

describe('signing in', () => {
  it('asks nobody anything before it is needed', () => {
    const session = open('zalo-token');
    expect(session.token()).toBeNull();
    expect(session.snapshot()).toEqual({ kind: 'signed_out', reason: 'not_asked' });
    expect(server.called).toEqual([]);
  });

  it('signs in once for everyone who asks at the same time', async () => {
    const session = open('zalo-token');
    await Promise.all([session.call(ENDPOINTS.me), session.call(ENDPOINTS.me), session.begin()]);
    expect(server.called.filter((one) => one === 'POST signIn')).toHaveLength(1);
    expect(server.tokens).toEqual([null, 'first', 'first']);
  });

  it('without a token of Zalo’s nothing is sent at all', async () => {
    const session = open(null);
    await expect(session.call(ENDPOINTS.me)).rejects.toMatchObject({ name: 'NotSignedIn', reason: 'no_identity' });
    expect(server.called).toEqual([]);
  });

  it.each([
    [noNetwork, 'offline'],
    [() => json({ error: { code: 'zalo_unavailable', message: 'x' } }, 503), 'server'],
    [unauthorised, 'no_identity'],
  ] as const)('a sign-in that fails (case %#) can be tried again', async (reply, reason) => {
    server.replies.signIn = reply;
    const session = open('zalo-token');
    await session.begin();
    expect(session.snapshot()).toEqual({ kind: 'signed_out', reason });
    server.replies.signIn = fresh('second');
    await session.call(ENDPOINTS.me);
    expect(session.snapshot()).toMatchObject({ kind: 'signed_in' });
  });
});

describe('a token that grows old', () => {
  it('is renewed before its end, without a new sign-in', async () => {
    server.replies.renewSession = fresh('renewed');
    const session = open('zalo-token');
    await session.begin();
    now += TWO_HOURS - 60_000;
    await session.call(ENDPOINTS.me);
    expect(server.called).toEqual(['POST signIn', 'POST renewSession', 'GET me']);
    expect(session.token()).toBe('renewed');
  });

  it('goes on serving while the renewal meets no network', async () => {
    server.replies.renewSession = noNetwork;
    const session = open('zalo-token');
    await session.begin();
    now += TWO_HOURS - 60_000;
    await session.call(ENDPOINTS.me);
    expect(server.tokens.slice(-1)).toEqual(['first']);
  });

  it('is worth nothing after its end: a new sign-in', async () => {
    const session = open('zalo-token');
    await session.begin();
    now += TWO_HOURS;
    expect(session.token()).toBeNull();
    await session.call(ENDPOINTS.me);
    expect(server.called).toEqual(['POST signIn', 'POST signIn', 'GET me']);
  });

  it('refused by the server: one new sign-in, one more try, and then the truth', async () => {
    const { me } = server.replies;
    server.replies.me = unauthorised;
    const session = open('zalo-token');
    await expect(session.call(ENDPOINTS.me)).rejects.toMatchObject({ status: 401 });
    expect(server.called).toEqual(['POST signIn', 'GET me', 'POST signIn', 'GET me']);
    if (me !== undefined) server.replies.me = me;
    await session.call(ENDPOINTS.me);
  });
});

it.each([-5, 5])('a phone whose clock is %i hours off signs in once, and renews in time', async (hours) => {
  now = START + hours * 60 * 60_000;
  const session = open('zalo-token');
  await session.call(ENDPOINTS.me);
  await session.call(ENDPOINTS.me);
  expect(server.called.filter((one) => one === 'POST signIn')).toHaveLength(1);
  server.replies.renewSession = fresh('second');
  now += TWO_HOURS - 60_000;
  await session.call(ENDPOINTS.me);
  expect(server.tokens.at(-1)).toBe('second');
});

describe('leaving', () => {
  it('stays out until something is to be done in the person’s name', async () => {
    const session = open('zalo-token');
    await session.begin();
    session.leave();
    await session.begin();
    expect(session.token()).toBeNull();
    expect(server.called).toEqual(['POST signIn']);
    await session.call(ENDPOINTS.me);
    expect(session.token()).toBe('first');
  });

  it('a reply that comes after it signs nobody in', async () => {
    let reply: (response: Response) => void = () => undefined;
    server.replies.signIn = () => new Promise<Response>((resolve) => (reply = resolve));
    const session = open('zalo-token');
    const begun = session.begin();
    await vi.waitFor(() => expect(server.called).toEqual(['POST signIn']));
    session.leave();
    reply(fresh('late')());
    await begun;
    expect(session.snapshot()).toEqual({ kind: 'signed_out', reason: 'left' });
  });
});

describe('a persona of the demonstration', () => {
  const identity = { persona: 'official', ward: 'an-binh' } as const;

  it('is for browsers: inside Zalo the route is never called', async () => {
    const session = open('zalo-token', 'zalo');
    await expect(session.signInAs(identity)).rejects.toMatchObject({ name: 'NotSignedIn' });
    await session.begin();
    expect(server.called).not.toContain('POST demoSignIn');
  });

  it('is taken again by itself when the token has run out', async () => {
    server.replies.demoSignIn = fresh('demo');
    const session = open(null, 'browser');
    await session.signInAs(identity);
    now += TWO_HOURS;
    await session.call(ENDPOINTS.me);
    expect(server.called).toEqual(['POST demoSignIn', 'POST demoSignIn', 'GET me']);
  });
});
