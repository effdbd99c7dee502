import { readFileSync } from 'node:fs';
import { appReply } from '@phuong-so/shared/contracts/app';
import { courseReply, coursesReply, serviceReply, servicesReply } from '@phuong-so/shared/contracts/library';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
beforeAll(async () => {
  server = await testServer();
  ward = server.deps.index.wards()[0]?.key ?? '';
});
afterAll(() => server.close());

test('every service of the list opens, and what it leads to opens as well', async () => {
  const list = servicesReply.parse((await server.call('GET', `/api/v1/services?ward=${ward}`)).json);
  expect(list.ward).toBe(ward);
  for (const { id, title } of list.services) {
    const { status, json } = await server.call('GET', `/api/v1/services/${id}?ward=${ward}`);
    expect(status, id).toBe(200);
    const service = serviceReply.parse(json);
    expect(service.title).toBe(title);
    for (const related of service.related) expect(list.services.map((one) => one.id)).toContain(related.id);
  }
});

test('every course of the list opens with as many lessons as its card says', async () => {
  const list = coursesReply.parse((await server.call('GET', `/api/v1/courses?ward=${ward}`)).json);
  for (const { id, lessons, minutes } of list.courses) {
    const course = courseReply.parse((await server.call('GET', `/api/v1/courses/${id}?ward=${ward}`)).json);
    expect(course.parts, id).toHaveLength(lessons);
    expect(course.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutes);
  }
});

test('a course says what each lesson is for, what to try, which services it is about, and asks at the end', async () => {
  const list = coursesReply.parse((await server.call('GET', `/api/v1/courses?ward=${ward}`)).json);
  const services = servicesReply.parse((await server.call('GET', `/api/v1/services?ward=${ward}`)).json);
  const known = services.services.map(({ id, title }) => ({ id, title }));
  for (const { id } of list.courses) {
    const course = courseReply.parse((await server.call('GET', `/api/v1/courses/${id}?ward=${ward}`)).json);
    expect(course.quiz.length, id).toBeGreaterThan(0);
    for (const { options, right } of course.quiz) expect(options[right], id).toBeTruthy();
    for (const { goal, practice, steps, services: linked } of course.parts) {
      expect(goal).not.toBe('');
      if (practice !== null) expect(steps.at(-1)).toContain(practice);
      for (const one of linked) expect(known).toContainEqual(one);
    }
  }
});

test.each([
  '/api/v1/services?ward=khong-co',
  '/api/v1/services/dang-ky-khai-sinh?ward=khong-co',
  '/api/v1/courses?ward=khong-co',
  '/api/v1/courses/nhan-ra-lua-dao?ward=khong-co',
])('an unknown ward is said to be unknown: %s', async (address) => {
  const { status, json } = await server.call('GET', address);
  expect(status).toBe(404);
  expect(json.error).toMatchObject({ code: 'unknown_ward', message: expect.stringContaining('Không có phường này') });
});

test.each(['services', 'courses'])(
  'an id that is not there is 404 in Vietnamese, a missing ward 400: %s',
  async (list) => {
    const missing = await server.call('GET', `/api/v1/${list}/khong-co?ward=${ward}`);
    expect([missing.status, missing.json.error.code]).toEqual([404, 'not_found']);
    expect(missing.json.error.message).toContain('Không tìm thấy');
    expect((await server.call('GET', `/api/v1/${list}`)).status).toBe(400);
  },
);

test('the same reply for everybody, signed in or not', async () => {
  const address = `/api/v1/services/dang-ky-khai-sinh?ward=${ward}`;
  const official = await server.signIn('official', ward);
  const [anonymous, signedIn] = [
    await server.call('GET', address),
    await server.call('GET', address, { token: official }),
  ];
  expect(signedIn.text).toBe(anonymous.text);
});

test('links are to be copied unless the operator lets them open', async () => {
  const off = appReply.parse((await server.call('GET', '/api/v1/app')).json);
  expect(off.external_links).toBe('off');
  expect(off.links.map(({ url }) => url)).toContain('https://dichvucong.gov.vn');
  const open = await testServer({ DEMO: '1', EXTERNAL_LINKS: 'on' });
  expect((await open.call('GET', '/api/v1/app')).json.external_links).toBe('on');
  await open.close();
});

test('the app has one name', async () => {
  expect(JSON.parse(readFileSync('app-config.json', 'utf8')).app.title).toBe(APP_NAME);
  expect((await server.call('GET', '/api/v1/app')).json.app_name).toBe(APP_NAME);
});

test('a card names the life events that lead to the service; look-alikes open, and each says how it differs', async () => {
  const { services } = servicesReply.parse((await server.call('GET', `/api/v1/services?ward=${ward}`)).json);
  expect(services.find(({ id }) => id === 'dang-ky-khai-sinh')?.situations).toContain('mới sinh con');
  const address = `/api/v1/services/chung-thuc-ban-sao?ward=${ward}`;
  const { look_alikes } = serviceReply.parse((await server.call('GET', address)).json);
  expect(look_alikes.length).toBeGreaterThan(0);
  const titles = new Map(services.map(({ id, title }) => [id, title]));
  for (const { id, title, difference } of look_alikes) {
    expect(title).toBe(titles.get(id));
    expect(difference).not.toBe('');
  }
});

test('what the plan promises about filing on the network stands beside what can be filed there, word for word', async () => {
  const online = await commitmentsOf('dang-ky-khai-sinh');
  const promised = online.filter(({ commitments }) => commitments.length > 0);
  expect(promised.length).toBeGreaterThan(0);
  expect(promised.length).toBeLessThan(online.length);
  for (const { key, commitments } of promised) {
    for (const { name, quote, document_id, section_id, values } of commitments) {
      expect(name).toMatch(/trực tuyến/i);
      const query = new URLSearchParams({ quote });
      const opened = await server.call('GET', `/api/v1/plans/${key}/${document_id}/sections/${section_id}?${query}`);
      expect([opened.status, opened.json.quote]).toEqual([200, null]);
      expect(opened.json.highlight ?? values).not.toBeNull();
    }
  }
  expect(promised.flatMap(({ commitments }) => commitments.flatMap(({ values }) => values))).toContainEqual({
    year: expect.stringMatching(/^20\d\d$/),
    value: expect.stringMatching(/^≥ ?80 ?%$/),
  });
  for (const { commitments } of await commitmentsOf('chung-thuc-ban-sao')) expect(commitments).toEqual([]);
});

/** Of every ward, for one service. */
async function commitmentsOf(id: string) {
  const wards = server.deps.index.wards().map(({ key }) => key);
  return Promise.all(
    wards.map(async (key) => {
      const { json } = await server.call('GET', `/api/v1/services/${id}?ward=${key}`);
      return { key, commitments: serviceReply.parse(json).commitments };
    }),
  );
}
