import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const OA = { ZALO_OA_ID: '1', ZALO_OA_SECRET_KEY: 's', ZALO_OA_REFRESH_TOKEN: 'r' };

test('an empty environment serves on this machine only, without demo mode', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 8787, host: '127.0.0.1', demo: false, process: 'all', frozenAt: null });
  expect(config.database).toEqual({ kind: 'sqlite', file: `${config.varDir}/state.db` });
  expect(config.zalo).toMatchObject({ accounts: [], hasCredentials: false });
});

test.each([
  ['file:other.db', { kind: 'sqlite', file: path.resolve('other.db') }],
  ['postgres://user:pw@db/x', { kind: 'postgres', url: 'postgres://user:pw@db/x' }],
  ['postgresql:///x?host=/run/postgresql', { kind: 'postgres', url: 'postgresql:///x?host=/run/postgresql' }],
])('DATABASE_URL=%s chooses the state database', (url, database) => {
  expect(readConfig({ DATABASE_URL: url }).database).toEqual(database);
});

test('an empty value counts as absent', () => {
  expect(readConfig({ PORT: '', SESSION_SECRET: ' ', ZALO_OA_ID: '' })).toMatchObject({
    port: 8787,
    sessionSecret: null,
  });
});

describe('demo mode', () => {
  test.each([
    { ZALO_APP_ID: '1' },
    { ZALO_APP_SECRET: 's' },
    { ZALO_OA_REFRESH_TOKEN: 'r' },
    { ZALO_MINI_APP_API_KEY: 'k' },
    { ZALO_OA_ID__SOME_WARD: '1' },
  ])('does not run beside %o', (credentials) => {
    expect(() => readConfig({ DEMO: '1', ...credentials })).toThrow(/DEMO=1/);
  });

  test('runs with the public id of the Mini App', () => {
    expect(readConfig({ DEMO: '1', ZALO_MINI_APP_ID: '42' }).demo).toBe(true);
  });
});

describe('a page under development', () => {
  test.each([
    [{}, null],
    [{ DEMO: '1' }, 'http://localhost:3000'],
    [{ DEV_ORIGIN: 'http://192.168.1.5:3000/index.html' }, 'http://192.168.1.5:3000'],
    [{ DEMO: '1', DEV_ORIGIN: 'http://localhost:5173' }, 'http://localhost:5173'],
  ])('%o: may call from %s', (env, origin) => {
    expect(readConfig(env).devOrigin).toBe(origin);
  });
});

describe('several Official Accounts', () => {
  test('are told apart by the ward in the variable name', () => {
    const { accounts } = readConfig({ ...OA, ZALO_OA_ID__SOME_WARD: '2', ZALO_OA_SECRET_KEY__SOME_WARD: 't' }).zalo;
    expect(accounts.map(({ ward, oaId }) => ({ ward, oaId }))).toEqual([
      { ward: null, oaId: '1' },
      { ward: 'some-ward', oaId: '2' },
    ]);
  });

  test('a misspelt name is refused instead of ignored', () => {
    expect(() => readConfig({ ZALO_OA_IDS__SOME_WARD: '2' })).toThrow(/ZALO_OA_IDS__SOME_WARD/);
  });

  test('a ward without its account is refused', () => {
    expect(() => readConfig({ ZALO_OA_WARD: 'some-ward' })).toThrow(/ZALO_OA_ID/);
  });
});

describe('the frozen clock', () => {
  test.each([
    ['2026-11-21', '2026-11-20T17:00:00.000Z'],
    ['2026-11-21T08:00:00', '2026-11-21T01:00:00.000Z'],
    ['2026-11-21T08:00:00Z', '2026-11-21T08:00:00.000Z'],
    ['2026-11-21T08:00:00+07:00', '2026-11-21T01:00:00.000Z'],
  ])('%s is %s: without a zone it is Vietnamese time', (given, instant) => {
    expect(readConfig({ CLOCK: given }).frozenAt?.toISOString()).toBe(instant);
  });

  test.each(['tomorrow', '2026-13-01', '21/11/2026'])('%s is refused', (given) => {
    expect(() => readConfig({ CLOCK: given })).toThrow(/CLOCK/);
  });
});

test.each([
  [{ PORT: 'abc' }, /^PORT: /],
  [{ PORT: '70000' }, /^PORT: /],
  [{ SESSION_SECRET: 'short' }, /^SESSION_SECRET: /],
  [{ DATABASE_URL: 'mysql://user:hunter2@db/x' }, /^DATABASE_URL: /],
  [{ DATABASE_URL: 'postgres:hunter2' }, /^DATABASE_URL: /],
  [{ ZALO_GRAPH_URL: 'graph' }, /^ZALO_GRAPH_URL: /],
])('%o is refused in one line that names the variable and no value', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
  expect(() => readConfig(env)).not.toThrow(/hunter2|\n/);
});

describe('a language model', () => {
  test('is none without a key, and has limits with one', () => {
    expect(readConfig({ OPENAI_MODEL: 'm' }).openai).toBeNull();
    expect(readConfig({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }).openai).toMatchObject({
      ...{ model: 'm', waitMs: 8_000, tokensPerDay: 2_000_000, costPerDay: null, country: null },
    });
  });

  test('fetches from Zalo’s hosts, or from those that are named', () => {
    const media = (env: Record<string, string>) => readConfig({ OPENAI_API_KEY: 'k', ...env }).openai?.media;
    expect(media({})).toEqual({ hosts: ['zdn.vn'], waitMs: 12_000, filesPerDay: 300, ffmpeg: null });
    const hosts = ['zdn.vn', 'media.example.vn', 'http://127.0.0.1:9000'];
    expect(media({ MEDIA_HOSTS: hosts.join(', '), MEDIA_FILES_PER_DAY: '0' })).toMatchObject({
      hosts,
      filesPerDay: null,
    });
  });

  test.each(['*', 'localhost', '.vn', '127.0.0.1', 'https://zdn.vn/x', 'file:///etc', 'zdn.vn,'])(
    'MEDIA_HOSTS=%s is refused',
    (MEDIA_HOSTS) => {
      expect(() => readConfig({ OPENAI_API_KEY: 'k', MEDIA_HOSTS })).toThrow(/^MEDIA_HOSTS/);
    },
  );

  test('reading aloud: off without a model; a voice of the protocol’s own server, 15 seconds and a day’s characters else', () => {
    const speech = (env: Record<string, string>) => readConfig({ OPENAI_API_KEY: 'k', ...env }).openai?.speech;
    expect(speech({ OPENAI_MODEL: 'm' })).toBeNull();
    const told = { model: 'giong', voice: 'alloy', waitMs: 15_000, charactersPerDay: 200_000 };
    expect(speech({ OPENAI_SPEECH_MODEL: 'giong' })).toEqual(told);
    const own = { OPENAI_SPEECH_VOICE: 'ha', OPENAI_SPEECH_WAIT_MS: '5000', OPENAI_SPEECH_CHARACTERS_PER_DAY: '0' };
    expect(speech({ OPENAI_SPEECH_MODEL: 'giong', ...own })).toEqual({
      ...{ model: 'giong', voice: 'ha', waitMs: 5_000, charactersPerDay: null },
    });
  });

  test.each([
    { OPENAI_WAIT_MS: '5' },
    { OPENAI_SPEECH_WAIT_MS: '5' },
    { OPENAI_SERVER_COUNTRY: 'Vietnam' },
    { OPENAI_BASE_URL: 'localhost' },
  ])('%o is refused', (env) => {
    expect(() => readConfig({ OPENAI_API_KEY: 'k', ...env })).toThrow(/^OPENAI_/);
  });
});
