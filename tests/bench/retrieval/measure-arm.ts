import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ARMS, FURTHER_ARMS } from '../arms/all-arms.ts';
import type { Arm, BuiltArm } from '../arms/arm.ts';
import { type BenchQuestion, type RetrievalSet, withoutMarks } from '../sets/retrieval-set.ts';
import { mean, median, quantile, recallAt5, reciprocalRankAt10 } from './score.ts';

const formSchema = z.object({ recall: z.number(), mrr: z.number(), p50: z.number(), p99: z.number() });

export const armReportSchema = z.object({
  buildMs: z.number(),
  /** On disk, or growth of the heap for an index in memory. */
  megabytes: z.number(),
  onDisk: z.boolean(),
  marked: formSchema,
  stripped: formSchema,
});
export type ArmReport = z.infer<typeof armReportSchema>;
export type FormReport = z.infer<typeof formSchema>;

const WARM_UP = 200;

/** Runs in a process of its own: builds `rounds` times, asks every question in both forms `rounds` times. */
export async function measureArm(name: string, set: RetrievalSet, rounds: number): Promise<ArmReport> {
  const arm = ARMS[name] ?? FURTHER_ARMS[name];
  if (arm === undefined) throw new Error(`no arm ${name}`);
  const builds: number[] = [];
  let built: Measured | null = null;
  for (let round = 0; round < rounds; round += 1) {
    built = await measureBuild(arm, set);
    builds.push(built.ms);
  }
  if (built === null) throw new Error('at least one round');
  const stripped = set.questions.map((question) => ({ ...question, text: withoutMarks(question.text) }));
  for (const question of set.questions.slice(0, WARM_UP)) await built.arm.search(question.text, question.scope, 10);
  return {
    buildMs: median(builds),
    megabytes: built.megabytes,
    onDisk: built.arm.bytes !== null,
    marked: await measureForm(built.arm, set.questions, rounds),
    stripped: await measureForm(built.arm, stripped, rounds),
  };
}

interface Measured {
  readonly arm: BuiltArm;
  readonly ms: number;
  readonly megabytes: number;
}

async function measureBuild(arm: Arm, set: RetrievalSet): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const started = performance.now();
  const built = await arm.build(set.passages, folder);
  const ms = performance.now() - started;
  globalThis.gc?.();
  return { arm: built, ms, megabytes: (built.bytes ?? process.memoryUsage().heapUsed - heap) / 1e6 };
}

async function measureForm(arm: BuiltArm, questions: readonly BenchQuestion[], rounds: number): Promise<FormReport> {
  const p50: number[] = [];
  const p99: number[] = [];
  let recalls: number[] = [];
  let ranks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: number[] = [];
    recalls = [];
    ranks = [];
    for (const { text, scope, gold } of questions) {
      const started = performance.now();
      const found = await arm.search(text, scope, 10);
      times.push(performance.now() - started);
      recalls.push(recallAt5(found, gold));
      ranks.push(reciprocalRankAt10(found, gold));
    }
    p50.push(quantile(times, 0.5));
    p99.push(quantile(times, 0.99));
  }
  return { recall: mean(recalls), mrr: mean(ranks), p50: median(p50), p99: median(p99) };
}
