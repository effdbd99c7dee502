import type { TargetReply } from '@phuong-so/shared/contracts/facts';
import type { PlanTextReply } from '@phuong-so/shared/contracts/plans';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

interface Read {
  readonly ward: string;
  readonly source: string;
  readonly reply: PlanTextReply;
}

async function allPlans(): Promise<Read[]> {
  const documents = server.deps.index
    .wards()
    .flatMap(({ key }) => (server.deps.index.ward(key)?.documents ?? []).map((document) => ({ key, document })));
  return Promise.all(
    documents.map(async ({ key, document }) => {
      const { status, json } = await server.call('GET', `/api/v1/plans/${key}/${document.documentId}`);
      expect(status).toBe(200);
      return { ward: key, source: document.collapsedSource, reply: json };
    }),
  );
}

test('a plan is given whole: every section of its outline, in order, with its paragraphs', async () => {
  for (const { ward, reply } of await allPlans()) {
    expect(reply.sections.map(({ id }) => id)).toEqual(reply.plan.outline.map(({ section_id }) => section_id));
    const { json } = await server.call('GET', `/api/v1/plans?ward=${ward}`);
    expect(json.plans).toContainEqual(reply.plan);
    expect(reply.sections.flatMap(({ paragraphs }) => paragraphs).length).toBeGreaterThan(20);
    expect(reply.as_of).toBe('2025-11-21');
  }
});

test('nothing is shown as printed that the document does not print', async () => {
  for (const { ward, source, reply } of await allPlans()) {
    for (const { id, raw } of reply.sections) {
      for (const line of raw.split('\n')) expect(source, `${ward} ${id}`).toContain(line);
    }
  }
});

test('what is shown as printed says what the repaired paragraphs say, and only that section', async () => {
  for (const { ward, reply } of await allPlans()) {
    for (const { id, title, raw, paragraphs } of reply.sections) {
      const printed = new Set(foldedSyllables(raw));
      const shown = foldedSyllables([title ?? '', ...paragraphs.map(({ text }) => text)].join(' '));
      const missing = shown.filter((word) => !printed.has(word) && !ADDED_BY_ROWS.has(word) && !/^20\d\d$/.test(word));
      expect(missing.length / Math.max(1, shown.length), `${ward} ${id}: ${missing}`).toBeLessThan(0.05);
    }
    const body = reply.sections.filter(({ id }) => !id.startsWith('PL'));
    for (const [index, { id, title }] of body.entries()) {
      const before = body[index - 1];
      if (title === null || before === undefined) continue;
      const heading = `${reply.sections.find((one) => one.id === id)?.label}. ${title}`;
      expect(before.raw, `${ward} ${before.id} ends where ${id} begins`).not.toContain(heading);
    }
  }
});

/** "Chủ trì: … Phối hợp: … Thời gian: … Năm 2030: …" beside the cells of a row; years stand in the table's head. */
const ADDED_BY_ROWS = new Set('chu tri phoi hop thoi gian san pham chi tieu nam'.split(' '));

test('every great part of every plan has a title in plain words, and no unit’s name is reworded', async () => {
  for (const { ward, reply } of await allPlans()) {
    for (const { level, id, title, plain_title } of reply.sections) {
      if (level === 1) expect(plain_title, `${ward} ${id} ${title}`).toMatch(/^\p{Lu}.{5,}/u);
      if (title && /^(Phòng|Công an|Trung tâm|Văn phòng)\b/u.test(title)) expect(plain_title).toBeNull();
    }
  }
});

test('a plan of another ward, or none, is not found', async () => {
  const [first, second] = server.deps.index.wards();
  const [document] = second?.documents ?? [];
  expect((await server.call('GET', `/api/v1/plans/${first?.key}/${document?.documentId}`)).status).toBe(404);
  expect((await server.call('GET', `/api/v1/plans/${first?.key}/khong-co`)).status).toBe(404);
  expect((await server.call('GET', '/api/v1/plans/khong-co/x')).status).toBe(404);
});

test('targets that contradict each other name each other', async () => {
  let pairs = 0;
  for (const { ward, reply } of await allPlans()) {
    const targets: TargetReply[] = (await server.call('GET', `/api/v1/targets?ward=${ward}`)).json.targets;
    const byId = new Map(targets.map((target) => [target.id, target]));
    const found = targets.filter(({ contradicts }) => contradicts.length > 0);
    for (const { id, contradicts } of found) {
      for (const other of contradicts) expect(byId.get(other)?.contradicts, `${ward} ${id} ${other}`).toContain(id);
    }
    const warned = reply.plan.warnings.filter(({ kind }) => kind === 'contradiction').length;
    expect(found.length > 0, ward).toBe(warned > 0);
    pairs += warned;
  }
  expect(pairs).toBeGreaterThan(0);
});
