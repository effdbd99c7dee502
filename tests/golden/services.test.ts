import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import {
  type ServiceQuestion,
  type ServiceScore,
  scoreServiceAnswer,
  serviceQuestionSchema,
} from '../../bot-server/src/cli/evaluate/score-service.ts';
import { planSources } from '../../bot-server/src/cli/evaluate.ts';
import { realService } from '../fixtures/real-service.ts';

/**
 * Floors and ceilings, near what is measured (docs/quality.md); the held sets were not looked at while rules were made.
 * `told`: the right one at once; `reached`: or asked back with it among the choices; `wrong`: another one told; `lost`: not
 * found; all of what is covered. `found`: as expected, with what must not be answered.
 */
const NEAR = {
  services: { told: 0.82, reached: 0.97, wrong: 0.005, lost: 0.02, found: 0.9 },
  'services-held': { told: 0.76, reached: 0.94, wrong: 0.03, lost: 0.03, found: 0.81 },
  'services-held-2': { told: 0.73, reached: 0.89, wrong: 0.01, lost: 0.1, found: 0.78 },
  'services-held-3': { told: 0.83, reached: 0.93, wrong: 0.01, lost: 0.07, found: 0.83 },
} as const;

/** On a machine with much other work to do. */
const PATIENT = { timeout: 400_000 };

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

function read(name: string): ServiceQuestion[] {
  const lines = readFileSync(`tests/fixtures/questions/${name}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => serviceQuestionSchema.parse(JSON.parse(line)));
}

const share = (scores: readonly ServiceScore[], is: (score: ServiceScore) => boolean) =>
  scores.filter(is).length / scores.length;

async function scoreAll(name: string): Promise<ServiceScore[]> {
  const library = service.library.current();
  const plans = planSources(service);
  const scores: ServiceScore[] = [];
  for (const asked of read(name)) {
    const { ward, role, unit, question } = asked;
    const answer = await service.answer({ ward, role, unit, question, conversationId: null });
    scores.push(scoreServiceAnswer(asked, answer, library, plans));
  }
  return scores;
}

describe.each(Object.keys(NEAR) as (keyof typeof NEAR)[])('the %s questions', (name) => {
  it(
    'are led to the right procedure or course, and no figure is told that the cited file does not have',
    PATIENT,
    async () => {
      const scores = await scoreAll(name);
      const near = NEAR[name];
      const covered = scores.filter(({ led }) => led !== null);
      expect(share(covered, ({ led }) => led === 'told')).toBeGreaterThanOrEqual(near.told);
      expect(
        share(covered, ({ led }) => led === 'told' || led === 'offered first' || led === 'offered'),
      ).toBeGreaterThanOrEqual(near.reached);
      expect(share(scores, ({ wrong }) => wrong)).toBeLessThanOrEqual(near.wrong);
      expect(share(covered, ({ led }) => led === 'not found')).toBeLessThanOrEqual(near.lost);
      expect(share(scores, ({ found }) => found)).toBeGreaterThanOrEqual(near.found);
      expect(scores.reduce((sum, { invented }) => sum + invented.length, 0)).toBe(0);
      expect(scores.reduce((sum, { falseCitations }) => sum + falseCitations, 0)).toBe(0);
    },
  );
});

/** A course on using a telephone told to somebody whose telephone is broken: beside the point, and no claim. */
const COURSES_TOLD = 4;

it('what no file covers is not answered with a procedure', PATIENT, async () => {
  const services = new Set(
    service.library
      .current()
      .services('')
      .map(({ id }) => id),
  );
  const told: string[] = [];
  for (const { ward, role, unit, question } of read('nothing-covers')) {
    const { outcome, citations } = await service.answer({ ward, role, unit, question, conversationId: null });
    const file = citations.find(({ source }) => source !== 'plan')?.documentId;
    if (file && (outcome === 'answered' || outcome === 'partial')) told.push(file);
  }
  expect(told.filter((id) => services.has(id))).toEqual([]);
  expect(told.length).toBeLessThanOrEqual(COURSES_TOLD);
});

const ask = (question: string) =>
  service.answer({ ward: 'hoang-mai', role: 'resident', unit: null, question, conversationId: null });

it.each([
  ['làm lại khai sinh', 'dang-ky-lai-khai-sinh'],
  ['xin cấp sổ đỏ', 'cap-so-do'],
  ['VNeID là gì', 'vneid-cho-nguoi-moi'],
  ['Sắp 60 tuổi', 'huu-tri-xa-hoi'],
])('“%s” leads to %s', PATIENT, async (question, file) => {
  const { outcome, citations } = await ask(question);
  expect([outcome, citations[0]?.documentId]).toEqual(['answered', file]);
});

it('a nuisance that is only told of is asked about, with a way out that asks for more', PATIENT, async () => {
  const { outcome, suggestions } = await ask('nhà tôi bị tắc cống');
  expect(outcome).toBe('clarify');
  expect(suggestions.at(-1)).toBe('Việc khác');
  expect(suggestions.length).toBeLessThanOrEqual(4);
  expect(await ask('Việc khác')).toMatchObject({ outcome: 'clarify', suggestions: [], citations: [] });
});
