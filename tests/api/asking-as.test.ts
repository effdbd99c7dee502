import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let ward: string;
let otherWard: string;

describe('who is asking comes from the session alone', () => {
  const asked: unknown[] = [];
  let spied: TestServer;
  beforeAll(async () => {
    const answer = async (request: unknown) => {
      asked.push(request);
      return fixedAnswer;
    };
    spied = await testServer({ DEMO: '1' }, { answer });
    [ward = '', otherWard = ''] = spied.deps.index.wards().map(({ key }) => key);
  });
  afterAll(() => spied.close());

  async function askAs(token: string | null, body: object): Promise<unknown> {
    await spied.call('POST', '/api/v1/ask', { token, body: { ward, question: 'Việc của phòng tôi?', ...body } });
    return asked.pop();
  }

  test('a body that claims a role is asked as a resident', async () => {
    const claim = { role: 'official', unit: 'Phòng Kinh tế', persona: 'admin', session: { role: 'official' } };
    expect(await askAs(null, claim)).toMatchObject({ role: 'resident', unit: null });
    expect(await askAs(await spied.signIn('resident', ward), claim)).toMatchObject({ role: 'resident', unit: null });
  });

  test('an official asks as one in their own ward, and as a resident in another', async () => {
    const token = await spied.signIn('official', ward, { unit: 'Phòng Kinh tế' });
    expect(await askAs(token, {})).toMatchObject({ role: 'official', unit: 'Phòng Kinh tế' });
    expect(await askAs(token, { ward: otherWard })).toMatchObject({ ward: otherWard, role: 'resident', unit: null });
  });

  test('without a ward in the question, the session’s ward is meant', async () => {
    const token = await spied.signIn('leader', otherWard, { group: 'Tổ dân phố 5' });
    const request = await askAs(token, { ward: null });
    expect(request).toMatchObject({ ward: otherWard, role: 'leader', unit: 'Tổ dân phố 5' });
    const byId = await spied.signIn('leader', otherWard, { group: 'trinh-dien-2' });
    expect(await askAs(byId, { ward: null })).toMatchObject({ unit: 'Tổ dân phố 2 (trình diễn)' });
  });

  test('two people who choose the same conversation id do not share a conversation', async () => {
    const one = await askAs(await spied.signIn('resident', ward), { conversationId: 'c' });
    const two = await askAs(await spied.signIn('resident', ward), { conversationId: 'c' });
    const anonymous = await askAs(null, { conversationId: 'c' });
    expect(
      new Set([one, two, anonymous].map((request) => (request as { conversationId: string }).conversationId)).size,
    ).toBe(3);
  });
});

const fixedAnswer = {
  id: 'a1',
  outcome: 'smalltalk',
  text: 'Xin chào.',
  items: [],
  citations: [],
  suggestions: [],
  asOf: '2025-11-21',
  generated: false,
  tookMs: 1,
} as const;
