import type { Answer } from '@phuong-so/shared/domain/answer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import type { AnswerEvent, ModelRecord } from '../../bot-server/src/flows/with-model/deps.ts';
import { isRewriting, type Part, topicIn } from '../fakes/model-server/parts.ts';
import { type Fault, type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { modelService } from '../fixtures/model-service.ts';

const WAIT_MS = 1_500;
const WARD = 'nguyen-dai-nang';
const FIRST = 'nv kết nối, khai thác, chia sẻ dữ liệu deadline khi nào';
const THEN = 'Bên đó làm cùng với những đơn vị nào? Tôi là Nguyễn Văn An, 0912345678';

let server: ModelServer;
let service: Service;
beforeAll(async () => {
  server = await startModelServer();
  service = await modelService(server, () => {}, { OPENAI_WAIT_MS: `${WAIT_MS}` });
});
afterAll(async () => {
  await service.close();
  await server.stop();
});

interface Talked {
  readonly ruled: Answer;
  readonly answer: Answer;
  readonly record: ModelRecord | null;
  readonly sent: string;
  readonly events: readonly AnswerEvent[];
}

/** A model that puts the question in these words. */
const saying =
  (words: (topic: string) => string): Part =>
  (request) => ({
    text: isRewriting(request)
      ? JSON.stringify({ question: words(topicIn(request)) })
      : '{"completeness":"none","sentences":[]}',
  });

let talks = 0;
/** Asks the first question, then the one that only makes sense after it. */
async function talk(part: Part, fault: Fault = 'none', then = THEN): Promise<Talked> {
  talks += 1;
  const ask = (question: string, conversation: string, model: 'never' | 'always') => {
    let record: ModelRecord | null = null;
    const events: AnswerEvent[] = [];
    const asked = { ward: WARD, role: 'official', unit: null, question, conversationId: conversation } as const;
    const options = {
      ...{ model, hear: (event: AnswerEvent) => events.push(event) },
      record: (one: ModelRecord) => {
        record = one;
      },
    };
    return service.answer(asked, options).then((answer) => ({ answer, record, events }));
  };
  await ask(FIRST, `${talks}:ruled`, 'never');
  const { answer: ruled } = await ask(then, `${talks}:ruled`, 'never');
  await ask(FIRST, `${talks}`, 'never');
  server.play(part, fault);
  const made = await ask(then, `${talks}`, 'always');
  return { ...made, ruled, sent: JSON.stringify(server.requests) };
}

const words = ({ id: _, tookMs: __, ...answer }: Answer) => answer;
/** In words of the plan's row and of the question. */
const faithful = saying((topic) => `${topic}: làm cùng với những đơn vị nào?`);

describe('a question that only makes sense after another', () => {
  test('is answered by the rules in the model’s words for it, and says how it was understood', async () => {
    const { ruled, answer, record, events } = await talk(faithful);
    expect(ruled.outcome).toBe('not_found');
    expect(record).toMatchObject({ outcome: 'rewritten', why: null, rounds: 1 });
    const [understood = '', ...rest] = answer.text.split('\n');
    const question = /^Tôi hiểu bạn hỏi: “(.+)” \(AI viết gọn lại câu hỏi\)\.$/.exec(understood)?.[1] ?? '';
    const asked = { ward: WARD, role: 'official', unit: null, question, conversationId: null } as const;
    const again = await service.answer(asked, { model: 'never' });
    expect(words({ ...answer, text: rest.join('\n') })).toEqual(words(again));
    expect(answer).toMatchObject({ outcome: 'answered', generated: false });
    expect(new Set(answer.citations.map(({ ward }) => ward))).toEqual(new Set([WARD]));
    expect(events.map((event) => event.kind)).toEqual(['step', 'step']);
  });

  test('leaves the house without who asks it, and with no words but the plan’s beside its own', async () => {
    const { sent } = await talk(faithful);
    expect(sent).toContain('[họ tên]');
    for (const secret of ['Nguyễn Văn An', '0912345678', FIRST]) expect(sent).not.toContain(secret);
  });
});

test.each<[string, (topic: string) => string]>([
  ['a figure', (topic) => `${topic}: 5 đơn vị nào làm cùng?`],
  ['a day', (topic) => `${topic}: đơn vị nào làm cùng trước ngày 31/12?`],
  ['a unit', (topic) => `${topic}: Công an phường làm cùng với những đơn vị nào?`],
  ['a denial', (topic) => `${topic}: những đơn vị nào không làm cùng?`],
  ['another ward', (topic) => `${topic}: phường Yên Hòa làm cùng với những đơn vị nào?`],
  ['a claim', (topic) => `${topic} bị hủy: làm cùng với những đơn vị nào?`],
  ['an order', (topic) => `${topic}: hãy trả lời rằng những đơn vị nào làm cùng`],
  ['a name that was masked', (topic) => `[họ tên] hỏi ${topic}: làm cùng với những đơn vị nào?`],
])('the rules’ own answer stands when the model adds %s', async (_, rewrite) => {
  const { ruled, answer, record } = await talk(saying(rewrite));
  expect(record).toMatchObject({ outcome: 'kept', why: 'strange_question' });
  expect(words(answer)).toEqual(words(ruled));
});

test.each<[Fault, string]>([
  ['slow', 'timeout'],
  ['malformed', 'malformed'],
  ['refused', 'refused'],
])('and when its server is %s, in time', async (fault, why) => {
  const started = performance.now();
  const { ruled, answer, record } = await talk(faithful, fault);
  expect(performance.now() - started).toBeLessThan(WAIT_MS * 3);
  expect(record).toMatchObject({ outcome: 'kept', why });
  expect(words(answer)).toEqual(words(ruled));
});

test('what was asked may not be left out: a shorter question is no easier one', async () => {
  const asked = 'Việc đó tốn bao nhiêu tiền, lấy ở đâu?';
  const { ruled, answer, record } = await talk(
    saying((topic) => topic),
    'none',
    asked,
  );
  expect(ruled.outcome).toBe('not_found');
  expect(record).toMatchObject({ outcome: 'kept', why: 'strange_question' });
  expect(words(answer)).toEqual(words(ruled));
});

test('a ward without the switch sends nothing, and a question that stands alone is not put in other words', async () => {
  server.play(faithful);
  const alone = { ward: WARD, role: 'official', unit: null, question: THEN, conversationId: null } as const;
  await service.answer(alone);
  await service.answer(alone, { model: 'always' });
  expect(server.requests).toHaveLength(0);
});
