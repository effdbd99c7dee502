import { spawn } from 'node:child_process';
import { z } from 'zod';
import { measureAnswers } from './answering/measure-answers.ts';
import { measureGrowth } from './growth/measure-growth.ts';
import { measureArm } from './retrieval/measure-arm.ts';
import { retrievalSetSchema } from './sets/retrieval-set.ts';

/** What a child process can be told to do; one job, one process, so that memory and warm code do not mix. */
const jobSchema = z.discriminatedUnion('job', [
  z.object({ job: z.literal('arm'), arm: z.string(), set: retrievalSetSchema, rounds: z.int() }),
  z.object({ job: z.literal('answers'), rounds: z.int() }),
  z.object({ job: z.literal('growth'), wards: z.int(), rounds: z.int() }),
]);
export type Job = z.infer<typeof jobSchema>;

/** Runs a job in a new process with this one's flags and gives its report. */
export function runJob<Report>(job: Job, schema: z.ZodType<Report>): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(schema.parse(JSON.parse(output)));
      else reject(new Error(`bench: ${job.job} ended with ${code}`));
    });
    child.stdin.end(JSON.stringify(job));
  });
}

async function main(): Promise<void> {
  let input = '';
  for await (const piece of process.stdin.setEncoding('utf8')) input += piece;
  const job = jobSchema.parse(JSON.parse(input));
  process.stdout.write(JSON.stringify(await run(job)));
}

function run(job: Job): Promise<unknown> {
  switch (job.job) {
    case 'arm':
      return measureArm(job.arm, job.set, job.rounds);
    case 'answers':
      return measureAnswers(job.rounds);
    case 'growth':
      return measureGrowth(job.wards, job.rounds);
  }
}

if (process.argv[1] === import.meta.filename) await main();
