import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { ALL_ENDPOINTS } from '../../mini-app/testing/all-endpoints.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Call {
  readonly method: string;
  readonly path: string;
  readonly reply: unknown;
}
const CALLS: readonly Call[] = Object.values(ALL_ENDPOINTS);

function nameOf({ method, path: address }: Call): string {
  return `${method} ${address}`;
}

test('every call of the Mini App is one that the server describes', async () => {
  const { json } = await server.call('GET', '/api/openapi.json');
  const described = new Set(
    Object.entries(json.paths as Record<string, object>).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    ),
  );
  const missing = CALLS.map(nameOf).filter((name) => !described.has(name));
  expect(missing).toEqual([]);
});

test('the Mini App reads each reply with the very schema that the server writes it with', () => {
  const written = new Map(ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route.reply]));
  const known = CALLS.filter((call) => written.has(nameOf(call)));
  expect(known.length).toBeGreaterThan(0);
  const different = known.filter((call) => written.get(nameOf(call)) !== call.reply).map(nameOf);
  expect(different).toEqual([]);
});

test('no address of the server stands anywhere else in the Mini App', () => {
  const elsewhere = sourceFiles('mini-app/src')
    .filter((file) => !/api\/(?:\w+-)?endpoints\.ts$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes('/api/v1'));
  expect(elsewhere).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}
