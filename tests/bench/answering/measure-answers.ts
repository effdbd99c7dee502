import { z } from 'zod';
import { SqlitePlanIndex } from '../../../bot-server/src/adapters/index/sqlite-plan-index.ts';
import { median, quantile } from '../retrieval/score.ts';
import { askInProcess, devQuestions } from './ask-in-process.ts';

export const answerReportSchema = z.object({
  questions: z.number(),
  p50: z.number(),
  p99: z.number(),
  perSecond: z.number(),
  /** Resident memory in MB after the first 1,000 questions and after 10,000. */
  earlyMegabytes: z.number(),
  lateMegabytes: z.number(),
});
export type AnswerReport = z.infer<typeof answerReportSchema>;

const MANY = 10_000;

/**
 * Answers the development questions in process over the index in `folder`: latency over `rounds`, then memory over many
 * questions. The index is built elsewhere, because reading plans takes memory that a serving process never needs.
 */
export async function measureAnswers(folder: string, rounds: number): Promise<AnswerReport> {
  const index = SqlitePlanIndex.open(folder);
  const ask = await askInProcess(index);
  const questions = devQuestions();
  for (const question of questions) await ask(question);
  const p50: number[] = [];
  const p99: number[] = [];
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: number[] = [];
    for (const question of questions) {
      const started = performance.now();
      await ask(question);
      times.push(performance.now() - started);
    }
    p50.push(quantile(times, 0.5));
    p99.push(quantile(times, 0.99));
    perSecond.push((1000 * times.length) / times.reduce((sum, time) => sum + time, 0));
  }
  let earlyMegabytes = 0;
  for (let asked = 0; asked < MANY; asked += 1) {
    const question = questions[asked % questions.length];
    if (question !== undefined) await ask(question);
    if (asked + 1 === MANY / 10) earlyMegabytes = residentMegabytes();
  }
  const lateMegabytes = residentMegabytes();
  index.close();
  const medians = { p50: median(p50), p99: median(p99), perSecond: median(perSecond) };
  return { questions: questions.length, ...medians, earlyMegabytes, lateMegabytes };
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}
