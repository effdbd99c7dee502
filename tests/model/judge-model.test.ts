import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { goldDocuments } from '../../bot-server/src/cli/evaluate/gold-documents.ts';
import { groundedSentences } from '../../bot-server/src/cli/evaluate/groundedness.ts';
import { type Compared, judgeModel } from '../../bot-server/src/cli/evaluate/judge-model.ts';
import { modelReport, modelTable } from '../../bot-server/src/cli/evaluate/model-report.ts';
import { evalQuestionSchema } from '../../bot-server/src/cli/evaluate/score.ts';
import { planSources } from '../../bot-server/src/cli/evaluate.ts';
import type { PartName } from '../fakes/model-server/parts.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { modelService } from '../fixtures/model-service.ts';

const all = readFileSync('tests/fixtures/questions/dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => evalQuestionSchema.parse(JSON.parse(line)));
/** Enough for every outcome. */
const questions = all.filter((_, at) => at % 5 === 0);

let server: ModelServer;
let service: Service;
beforeAll(async () => {
  server = await startModelServer();
  const prices = { OPENAI_PRICE_PROMPT: '1000000', OPENAI_PRICE_COMPLETION: '2000000' };
  service = await modelService(server, () => {}, prices);
});
afterAll(async () => {
  await service.close();
  await server.stop();
});

async function judge(part: PartName): Promise<Compared[]> {
  server.play(part);
  return judgeModel(service, questions, { sources: planSources(service), wardsOf: goldDocuments(all) });
}

test('a faithful model is judged beside the rules: right, grounded, worded, kept and why, length, tokens, đồng, time', async () => {
  const report = modelReport('double', await judge('faithful'));
  expect(report.questions).toBe(questions.length);
  expect(report.withModel.right).toBe(report.rules.right);
  expect(report.withModel.outcomes).toEqual(report.rules.outcomes);
  expect(report.worded).toBeGreaterThan(5);
  expect(report.grounded).toBe(report.sentences);
  expect(report.asked).toBe(report.worded + report.rewritten + Object.values(report.kept).reduce((a, b) => a + b, 0));
  expect(report.cost).toBeCloseTo(report.tokens.prompt + 2 * report.tokens.completion, 6);
  expect(report.each).toHaveLength(questions.length);
  expect(report.withModel.ms.p95).toBeGreaterThan(0);
  const table = modelTable(report);
  for (const line of [
    /^right of 40 +\d+ +\d+$/m,
    /^sentences grounded +(\d+) of \1$/m,
    /^worded by the model +\d+ \(/m,
  ])
    expect(table).toMatch(line);
});

test('a lying model is seen through: nothing ungrounded, and why its sentences were dropped', async () => {
  const report = modelReport('double', await judge('lying'));
  expect(report.grounded).toBe(report.sentences);
  expect(report.withModel.right).toBeGreaterThanOrEqual(report.rules.right);
  expect(Object.values(report.dropped).reduce((a, b) => a + b, 0)).toBeGreaterThan(10);
  expect(report.kept.incomplete).toBeGreaterThan(5);
});

test('an answer that says more than its sources is caught by the scorer, whoever let it through', async () => {
  const [first] = (await judge('faithful')).filter(({ sentences }) => sentences > 0);
  const { question, record } = first as Compared;
  expect(record?.outcome).toBe('worded');

  const { ward, role, unit } = question;
  const asked = { ward, role, unit, question: question.question, conversationId: null };
  const answer = await service.answer(asked, { model: 'always' });
  const forged = { ...answer, text: answer.text.replace('\n', '\nHạn chót là ngày 31/12/2077.\n') };
  const strange = groundedSentences(forged, service.index.current(), service.language.units);
  expect(strange.filter((one) => one.strange.length > 0).map(({ text }) => text)).toEqual([
    'Hạn chót là ngày 31/12/2077.',
  ]);
});
