import { ARMS, BY_MEANING, FLOOR, OURS } from '../arms/all-arms.ts';
import { benchEmbedder, isDouble } from '../arms/ours-by-meaning.ts';
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

/**
 * Words alone beside words and meaning, on every set. With a server of one's own it must not lose anywhere and win
 * somewhere, or `OPENAI_EMBEDDING_MODEL` stays empty; with the double it is no claim, and there is no target.
 */
export async function meaningSection(
  sets: readonly RetrievalSet[],
  rounds: number,
): Promise<{ text: string; targets: Target[] }> {
  const embedder = benchEmbedder();
  const texts: string[] = [
    isDouble(embedder)
      ? 'Vectors of the **double** (shared words as numbers): it shows that the way works and says nothing of quality. Name a server by OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_EMBEDDING_MODEL to measure one.'
      : `Vectors of ${embedder.name}.`,
  ];
  const targets: Target[] = [];
  let gained = 0;
  for (const set of sets) {
    const words = await runJob({ job: 'arm', arm: OURS, set, rounds }, armReportSchema);
    const both = await runJob({ job: 'arm', arm: BY_MEANING, set, rounds }, armReportSchema);
    const rows = [
      [OURS, ...cells(words)],
      [BY_MEANING, ...cells(both)],
    ];
    texts.push(
      `### ${set.name}: ${set.passages.length} passages, ${set.questions.length} questions\n\n${table(HEAD, rows)}`,
    );
    for (const form of ['marked', 'stripped'] as const)
      for (const measure of ['recall', 'mrr'] as const) {
        gained += both[form][measure] - words[form][measure];
        const what = `${set.name}, ${form}: ${measure === 'mrr' ? 'MRR@10' : 'R@5'} by meaning, not below words alone`;
        targets.push(atLeast(what, both[form][measure], words[form][measure]));
      }
  }
  const wins = { what: 'meaning wins something', wanted: '> 0', measured: gained.toFixed(4), met: gained > 0 };
  return { text: texts.join('\n\n'), targets: isDouble(embedder) ? [] : [...targets, wins] };
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
