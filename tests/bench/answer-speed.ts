import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIndex, type WardSource } from '../../bot-server/src/ingestion/build-index/build-index.ts';
import { learnBeforehand } from './answering/ask-in-process.ts';
import { type AnswerReport, answerReportSchema } from './answering/measure-answers.ts';
import { runJob } from './child.ts';
import { milliseconds, type Target, table } from './table.ts';

const P99_MS = 15;
const MEMORY_MB = 250;
/** Resident memory moves by a few per cent with the collector; more than this between 1,000 and 10,000 questions is a leak. */
const FLAT = 1.1;

/** Answer latency, throughput and memory through the whole of answering, in a process of its own. */
export async function answerSection(
  wards: readonly WardSource[],
  rounds: number,
): Promise<{ text: string; targets: Target[] }> {
  await learnBeforehand();
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  buildIndex({ wards, outDir: folder, builtAt: '2026-01-01T00:00:00Z' });
  const report = await runJob({ job: 'answers', folder, rounds }, answerReportSchema);
  rmSync(folder, { recursive: true, force: true });
  const head = ['answers', 'p50 ms', 'p99 ms', 'answers/s', 'MB after 1,000', 'MB after 10,000'];
  const row = [
    `${report.questions} questions`,
    milliseconds(report.p50),
    milliseconds(report.p99),
    report.perSecond.toFixed(0),
    report.earlyMegabytes.toFixed(0),
    report.lateMegabytes.toFixed(0),
  ];
  return { text: table(head, [row]), targets: answerTargets(report) };
}

function answerTargets({ p99, earlyMegabytes, lateMegabytes }: AnswerReport): Target[] {
  return [
    { what: 'answer p99', wanted: `< ${P99_MS} ms`, measured: `${milliseconds(p99)} ms`, met: p99 < P99_MS },
    {
      what: 'memory after 10,000 questions',
      wanted: `< ${MEMORY_MB} MB`,
      measured: `${lateMegabytes.toFixed(0)} MB`,
      met: lateMegabytes < MEMORY_MB,
    },
    {
      what: 'memory flat from 1,000 to 10,000 questions',
      wanted: `≤ ${FLAT}×`,
      measured: `${(lateMegabytes / earlyMegabytes).toFixed(2)}×`,
      met: lateMegabytes / earlyMegabytes <= FLAT,
    },
  ];
}
