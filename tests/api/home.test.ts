import type { HomeReply } from '@phuong-so/shared/contracts/home';
import { afterEach, expect, test } from 'vitest';
import { movingClock } from '../fakes/moving-clock.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

function wards(): string[] {
  return server.deps.index.wards().map(({ key }) => key);
}

async function home(ward: string): Promise<HomeReply> {
  const { status, json } = await server.call('GET', `/api/v1/home?ward=${ward}`);
  expect(status).toBe(200);
  return json;
}

test('every ward has four examples, and each is answered from its own plan when it is tapped', async () => {
  server = await testServer();
  for (const ward of wards()) {
    const { examples } = await home(ward);
    expect(new Set(examples).size, ward).toBe(4);
    for (const question of examples) {
      const { json } = await server.call('POST', '/api/v1/ask', { body: { ward, question } });
      expect(json.outcome, `${ward}: ${question}`).toBe('answered');
      expect(new Set(json.citations.map((citation: { ward: string }) => citation.ward))).toEqual(new Set([ward]));
    }
  }
});

test('wards whose plans differ begin with different questions, what concerns residents first', async () => {
  server = await testServer();
  const all = await Promise.all(wards().map(home));
  expect(new Set(all.map(({ examples }) => examples.join())).size).toBeGreaterThan(1);
  for (const { ward, examples } of all) expect(examples[0], ward).toMatch(/người dân/);
});

test.each(['2025-09-25', '2025-11-29', '2026-11-24'])(
  'on %s the dates lie ahead, next first, and can be opened',
  async (day) => {
    server = await testServer({ DEMO: '1', CLOCK: `${day}T08:00:00+07:00` });
    let seen = 0;
    for (const ward of wards()) {
      const { dates, as_of } = await home(ward);
      expect(as_of).toBe(day);
      expect(dates.length).toBeLessThanOrEqual(5);
      expect(dates.map(({ date }) => date)).toEqual(dates.map(({ date }) => date).sort());
      for (const { date, when, quote, document_id, section_id } of dates) {
        seen += 1;
        expect(date >= day, `${ward} ${when}`).toBe(true);
        expect(quote).toContain(when);
        const address = `/api/v1/plans/${ward}/${document_id}/sections/${encodeURIComponent(section_id ?? '')}`;
        const passage = await server.call('GET', `${address}?quote=${encodeURIComponent(quote)}`);
        expect(passage.json.highlight ?? passage.json.quote, quote).not.toBeNull();
      }
    }
    expect(seen).toBeGreaterThan(0);
  },
);

test('the plan is not asked again for everyone who opens the app, but is on the next day', async () => {
  let asked = 0;
  const clock = movingClock('2025-11-21T08:00:00+07:00');
  const real = await testServer();
  const answer: typeof real.deps.answer = (request) => {
    asked += 1;
    return real.deps.answer(request);
  };
  server = await testServer({ DEMO: '1' }, { answer, clock });
  const [ward = ''] = wards();
  await Promise.all([home(ward), home(ward), home(ward)]);
  const once = asked;
  expect(once).toBeLessThan(20);
  await home(ward);
  expect(asked).toBe(once);
  clock.advance(24 * 60 * 60 * 1000);
  expect((await home(ward)).as_of).toBe('2025-11-22');
  expect(asked).toBe(2 * once);
  await real.close();
});

test('a failure is not kept', async () => {
  let broken = true;
  const real = await testServer();
  const answer: typeof real.deps.answer = (request) =>
    broken ? Promise.reject(new Error('index closed')) : real.deps.answer(request);
  server = await testServer({ DEMO: '1' }, { answer });
  const address = `/api/v1/home?ward=${wards()[0]}`;
  expect((await server.call('GET', address)).status).toBe(500);
  broken = false;
  expect((await server.call('GET', address)).status).toBe(200);
  await real.close();
});

test('an unknown ward has no first page', async () => {
  server = await testServer();
  expect((await server.call('GET', '/api/v1/home?ward=khong-co')).status).toBe(404);
  expect((await server.call('GET', '/api/v1/home')).status).toBe(400);
});
