import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runJob } from '../child.ts';
import { milliseconds, type Target, table } from '../table.ts';
import { type WorkReport, workReport } from './measure-work.ts';

const SIZE = { wards: 3_300, tasks: 60, calls: 3_300 };
const P99_MS = 50;
const RUN_MS = 60_000;

interface Section {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** Officials' tasks of every ward of the country in one SQLite file: a unit's list and a ward's overview. CPU beside the clock: on a busy machine the
 * clock tells of the neighbours. */
export async function workSection(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-work-'));
  try {
    const file = path.join(folder, 'state.db');
    return describe(await runJob({ job: 'work', file, ...SIZE }, workReport));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(found: WorkReport): Section {
  const row = (what: string, { p50, p99, cpu99, rows }: WorkReport['unit']) => [
    ...[what, rows.toFixed(0), milliseconds(p50), milliseconds(p99), milliseconds(cpu99)],
  ];
  const rows = [
    row("a unit's tasks, with their standing", found.unit),
    row('bare SQL of the same rows', found.bareUnit),
    row("a ward's overview", found.ward),
    row("a ward's dashboard", found.dashboard),
    row('bare SQL of the same tasks', found.bareWard),
  ];
  const target = (what: string, { p99 }: WorkReport['unit']): Target => ({
    ...{ what, wanted: `p99 < ${P99_MS} ms`, measured: `${milliseconds(p99)} ms`, met: p99 < P99_MS },
  });
  const seconds = `${(found.reminders.ms / 1000).toFixed(1)} s`;
  const cpuSeconds = `${(found.reminders.cpuMs / 1000).toFixed(1)} s`;
  const run: Target = {
    ...{
      what: "a morning's reminders of all wards",
      wanted: '< 60 s',
      measured: seconds,
      met: found.reminders.ms < RUN_MS,
    },
  };
  return {
    text: [
      `${SIZE.wards} wards × ${SIZE.tasks} tasks, ${found.mib.toFixed(0)} MiB, ${SIZE.calls} calls each, ward after ward`,
      '',
      table(['', 'tasks', 'p50 ms', 'p99 ms', 'p99 of CPU, ms'], rows),
      '',
      `one morning of reminders: ${found.reminders.reminders} reminders, ${found.reminders.messages} messages, ${seconds} (${cpuSeconds} of CPU)`,
    ].join('\n'),
    targets: [target("a unit's task list", found.unit), target("a ward's dashboard", found.dashboard), run],
  };
}
