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
  services: { told: 0.83, reached: 0.97, wrong: 0.005, lost: 0.02, found: 0.91 },
  'services-held': { told: 0.77, reached: 0.96, wrong: 0.03, lost: 0.02, found: 0.83 },
  'services-held-2': { told: 0.78, reached: 0.91, wrong: 0.01, lost: 0.1, found: 0.84 },
  'services-held-3': { told: 0.88, reached: 0.94, wrong: 0.01, lost: 0.06, found: 0.88 },
  'services-held-4': { told: 0.92, reached: 0.96, wrong: 0.01, lost: 0.04, found: 0.92 },
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

/** Every so many of the written-down phrasings; all of them would take minutes. */
const STEP = 40;

it('no answer to how people ask has a figure that its sources have not, whatever is asked', PATIENT, async () => {
  const library = service.library.current();
  const plans = planSources(service);
  const wards = service.index.current().wards();
  const asked = library.phrasings.filter((_, at) => at % STEP === 0);
  const faults: string[] = [];
  for (const [at, { text }] of asked.entries()) {
    const ward = wards[at % wards.length]?.key ?? null;
    const answer = await service.answer({ ward, role: 'resident', unit: null, question: text, conversationId: null });
    const { invented, falseCitations } = scoreServiceAnswer(anything(text, ward), answer, library, plans);
    if (invented.length > 0 || falseCitations > 0) faults.push(`${text}: ${invented.join(', ')}, ${falseCitations}`);
  }
  expect(asked.length).toBeGreaterThan(400);
  expect(faults).toEqual([]);
});

function anything(question: string, ward: string | null): ServiceQuestion {
  const nothing = { must_include: [], must_not_include: [], expect: {} };
  return { id: question, ward, role: 'resident', unit: null, kind: 'any', style: 'any', question, ...nothing };
}

/** A course on using a telephone told to somebody whose telephone is broken: beside the point, and no claim. */
const COURSES_TOLD = 4;
const NUISANCES_TOLD = 3;

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
  // A nuisance that is only told of ("cột điện nghiêng sắp đổ") may be answered with how to report it.
  expect(told.filter((id) => services.has(id) && id !== 'phan-anh-kien-nghi')).toEqual([]);
  expect(told.filter((id) => id === 'phan-anh-kien-nghi').length).toBeLessThanOrEqual(NUISANCES_TOLD);
  expect(told.filter((id) => !services.has(id)).length).toBeLessThanOrEqual(COURSES_TOLD);
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
