import { spawn } from 'node:child_process';
import { z } from 'zod';
import { retrievalSetSchema } from './sets/retrieval-set.ts';

/** What a child process can be told to do; one job, one process, so that memory and warm code do not mix. */
const jobSchema = z.discriminatedUnion('job', [
  z.object({ job: z.literal('arm'), arm: z.string(), set: retrievalSetSchema, rounds: z.int() }),
  z.object({ job: z.literal('answers'), folder: z.string(), rounds: z.int() }),
  z.object({ job: z.literal('prepare'), file: z.string(), oaId: z.string() }),
  z.object({ job: z.literal('work'), file: z.string(), wards: z.int(), tasks: z.int(), calls: z.int() }),
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

/** Each job loads its own code only: another arm's library would count in its memory. */
async function run(job: Job): Promise<unknown> {
  switch (job.job) {
    case 'arm': {
      const { measureArm } = await import('./retrieval/measure-arm.ts');
      return measureArm(job.arm, job.set, job.rounds);
    }
    case 'answers': {
      const { measureAnswers } = await import('./answering/measure-answers.ts');
      return measureAnswers(job.folder, job.rounds);
    }
    case 'prepare': {
      const { measurePreparing } = await import('./announcements/measure-preparing.ts');
      return measurePreparing(job.file, job.oaId);
    }
    case 'work': {
      const { measureWork } = await import('./work/measure-work.ts');
      return measureWork(job.file, job.wards, job.tasks, job.calls);
    }
    case 'growth': {
      const { measureGrowth } = await import('./growth/measure-growth.ts');
      return measureGrowth(job.wards, job.rounds);
    }
  }
}

if (process.argv[1] === import.meta.filename) await main();
