import { ARMS, FLOOR, OURS } from '../arms/all-arms.ts';
import { runJob } from '../child.ts';
import type { RetrievalSet } from '../sets/retrieval-set.ts';
import { milliseconds, percent, type Target, table } from '../table.ts';
import { type ArmReport, armReportSchema, type FormReport } from './measure-arm.ts';

const HEAD = [
  'arm',
  'index ms',
  'index MB',
  'R@5',
  'MRR@10',
  'p50 ms',
  'p99 ms',
  'R@5 no marks',
  'MRR@10',
  'p50 ms',
  'p99 ms',
];

/** Every arm over one set, each in a process of its own, one after the other. */
export async function retrievalSection(
  set: RetrievalSet,
  rounds: number,
): Promise<{ text: string; targets: Target[] }> {
  const reports = new Map<string, ArmReport>();
  for (const arm of Object.keys(ARMS)) {
    reports.set(arm, await runJob({ job: 'arm', arm, set, rounds }, armReportSchema));
  }
  const rows = [...reports].map(([arm, report]) => [arm, ...cells(report)]);
  const title = `### ${set.name}: ${set.passages.length} passages, ${set.questions.length} questions`;
  return { text: `${title}\n\n${table(HEAD, rows)}`, targets: retrievalTargets(set.name, reports) };
}

function cells({ buildMs, megabytes, onDisk, marked, stripped }: ArmReport): string[] {
  const size = `${megabytes.toFixed(1)} ${onDisk ? 'file' : 'heap'}`;
  return [milliseconds(buildMs), size, ...formCells(marked), ...formCells(stripped)];
}

function formCells({ recall, mrr, p50, p99 }: FormReport): string[] {
  return [percent(recall), percent(mrr), milliseconds(p50), milliseconds(p99)];
}

function retrievalTargets(name: string, reports: ReadonlyMap<string, ArmReport>): Target[] {
  const own = reports.get(OURS);
  const floor = reports.get(FLOOR);
  if (own === undefined || floor === undefined) return [];
  const others = [...reports].filter(([arm]) => arm !== OURS && arm !== FLOOR).map(([, report]) => report);
  return (['marked', 'stripped'] as const).flatMap((form) => {
    const label = `${name}, ${form === 'marked' ? 'as typed' : 'no marks'}`;
    return [
      atLeast(`${label}: R@5, not below ${FLOOR}`, own[form].recall, floor[form].recall),
      atLeast(`${label}: MRR@10, not below ${FLOOR}`, own[form].mrr, floor[form].mrr),
      atLeast(
        `${label}: R@5, ahead of the others`,
        own[form].recall,
        Math.max(...others.map((other) => other[form].recall)),
      ),
      atLeast(
        `${label}: MRR@10, ahead of the others`,
        own[form].mrr,
        Math.max(...others.map((other) => other[form].mrr)),
      ),
      ratio(`${label}: p50 against ${FLOOR}`, own[form].p50 / floor[form].p50, 1.5),
    ];
  });
}

function atLeast(what: string, measured: number, wanted: number): Target {
  return { what, wanted: `≥ ${percent(wanted)}`, measured: percent(measured), met: measured >= wanted };
}

export function ratio(what: string, measured: number, wanted: number): Target {
  return { what, wanted: `≤ ${wanted}×`, measured: `${measured.toFixed(2)}×`, met: measured <= wanted };
}
