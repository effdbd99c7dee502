import { afterEach, expect, test } from 'vitest';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

test('liveness and readiness differ once the service cannot answer', async () => {
  server = await testServer({ DEMO: '1' }, { isReady: async () => false });
  expect((await server.call('GET', '/healthz')).status).toBe(200);
  expect((await server.call('GET', '/readyz')).status).toBe(503);
});

test('metrics count by route and outcome, and are behind the token when there is one', async () => {
  server = await testServer({ DEMO: '1', METRICS_TOKEN: 'let-me-in' });
  await server.call('POST', '/api/v1/ask', { body: { question: 'chào' } });
  expect((await server.call('GET', '/metrics')).status).toBe(401);
  expect((await server.call('GET', '/metrics', { token: 'wrong' })).status).toBe(401);
  const { status, text } = await server.call('GET', '/metrics', { token: 'let-me-in' });
  expect(status).toBe(200);
  expect(text).toMatch(/http_requests_total\{method="POST",route="\/api\/v1\/ask",status="200"\} 1\n/);
  expect(text).toMatch(/answers_total\{outcome="\w+"\} 1\n/);
});

test('made-up addresses cannot make the metrics grow', async () => {
  server = await testServer();
  for (let i = 0; i < 5; i += 1) await server.call('GET', `/api/v1/made-up-${i}`);
  const { text } = await server.call('GET', '/metrics');
  expect(text).toContain('route="other",status="404"} 5');
  expect(text).not.toContain('made-up');
});

test('the description names every route, and the page links to it', async () => {
  server = await testServer();
  const { json } = await server.call('GET', '/api/openapi.json');
  const described = Object.entries(json.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(
    ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).sort(),
  );
  expect(json.paths['/api/v1/me'].get.security).toEqual([{ session: [] }]);
  const page = await server.call('GET', '/api/docs');
  expect(page.text).toContain('/api/openapi.json');
  expect(page.text).not.toMatch(/https?:\/\/|<script/);
});
