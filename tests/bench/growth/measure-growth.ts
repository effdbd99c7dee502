import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { SqlitePlanIndex } from '../../../bot-server/src/adapters/index/sqlite-plan-index.ts';
import { buildIndex } from '../../../bot-server/src/ingestion/build-index/build-index.ts';
import { askInProcess, type DevQuestion, devQuestions } from '../answering/ask-in-process.ts';
import { median, quantile } from '../retrieval/score.ts';
import { readWards } from '../sets/read-plans.ts';
import { generatedWards, randomNumbers } from './generated-wards.ts';

const indexReportSchema = z.object({
  wards: z.number(),
  buildMs: z.number(),
  megabytes: z.number(),
  /** p50 in ms: the development questions to their own five wards … */
  search: z.number(),
  answer: z.number(),
  /** … and the same questions to wards drawn from all. */
  searchAnyWard: z.number(),
  answerAnyWard: z.number(),
  residentMegabytes: z.number(),
});
export const growthReportSchema = z.object({ few: indexReportSchema, many: indexReportSchema });
export type IndexReport = z.infer<typeof indexReportSchema>;
export type GrowthReport = z.infer<typeof growthReportSchema>;

/** The same questions by the same code over an index of the real wards and one of `wards` wards, turn by turn. */
export async function measureGrowth(wards: number, rounds: number): Promise<GrowthReport> {
  const real = await readWards();
  const few = await GrownIndex.build(real, real.length);
  const many = await GrownIndex.build(real, wards);
  await few.round();
  await many.round();
  few.forgetTimes();
  many.forgetTimes();
  for (let round = 0; round < rounds; round += 1) {
    await few.round();
    await many.round();
  }
  const report = { few: few.report(), many: many.report() };
  few.close();
  many.close();
  return report;
}

class GrownIndex {
  readonly #folder: string;
  readonly #index: SqlitePlanIndex;
  readonly #ask: (question: DevQuestion) => Promise<unknown>;
  readonly #questions: readonly DevQuestion[];
  readonly #built: { wards: number; buildMs: number; megabytes: number };
  readonly #random = randomNumbers(7);
  #times = {
    search: [] as number[],
    answer: [] as number[],
    searchAnyWard: [] as number[],
    answerAnyWard: [] as number[],
  };

  static async build(real: Awaited<ReturnType<typeof readWards>>, count: number): Promise<GrownIndex> {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
    const started = performance.now();
    const { file } = buildIndex({
      wards: generatedWards(real, count),
      outDir: folder,
      builtAt: '2026-01-01T00:00:00Z',
    });
    const buildMs = performance.now() - started;
    const megabytes = statSync(path.join(folder, file)).size / 1e6;
    const index = SqlitePlanIndex.open(folder);
    return new GrownIndex(folder, index, await askInProcess(index), { wards: count, buildMs, megabytes });
  }

  private constructor(
    folder: string,
    index: SqlitePlanIndex,
    ask: (question: DevQuestion) => Promise<unknown>,
    built: { wards: number; buildMs: number; megabytes: number },
  ) {
    this.#folder = folder;
    this.#index = index;
    this.#ask = ask;
    this.#built = built;
    this.#questions = devQuestions();
  }

  /** Every question once in each of the four ways. */
  async round(): Promise<void> {
    const keys = this.#index.wards().map(({ key }) => key);
    const elsewhere = this.#questions.map((question) => ({
      ...question,
      ward: keys[Math.floor(this.#random() * keys.length)] ?? question.ward,
    }));
    const search = ({ ward, question }: DevQuestion) => this.#index.search({ ward, query: question, limit: 10 });
    const times = this.#times;
    times.search.push(await p50(this.#questions, search));
    times.answer.push(await p50(this.#questions, this.#ask));
    times.searchAnyWard.push(await p50(elsewhere, search));
    times.answerAnyWard.push(await p50(elsewhere, this.#ask));
  }

  forgetTimes(): void {
    this.#times = { search: [], answer: [], searchAnyWard: [], answerAnyWard: [] };
  }

  report(): IndexReport {
    const { search, answer, searchAnyWard, answerAnyWard } = this.#times;
    globalThis.gc?.();
    return {
      ...this.#built,
      search: median(search),
      answer: median(answer),
      searchAnyWard: median(searchAnyWard),
      answerAnyWard: median(answerAnyWard),
      residentMegabytes: process.memoryUsage.rss() / 1e6,
    };
  }

  close(): void {
    this.#index.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function p50(questions: readonly DevQuestion[], ask: (question: DevQuestion) => unknown): Promise<number> {
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await ask(question);
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}
