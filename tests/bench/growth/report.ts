import { runJob } from '../child.ts';
import { ratio } from '../retrieval/report.ts';
import { milliseconds, type Target, table } from '../table.ts';
import { growthReportSchema, type IndexReport } from './measure-growth.ts';

const WANTED = 2;
const HEAD = [
  'wards in the index',
  'build s',
  'file MB',
  'search p50 ms',
  'answer p50 ms',
  'search, any ward',
  'answer, any ward',
];

/** What a ward's question costs when 1,000 wards stand in the index. */
export async function growthSection(wards: number, rounds: number): Promise<{ text: string; targets: Target[] }> {
  const { few, many } = await runJob({ job: 'growth', wards, rounds }, growthReportSchema);
  const label = `${many.wards} wards against ${few.wards}`;
  return {
    text: table(HEAD, [few, many].map(cells)),
    targets: [
      ratio(`${label}: search p50, same questions`, many.search / few.search, WANTED),
      ratio(`${label}: answer p50, same questions`, many.answer / few.answer, WANTED),
      ratio(`${label}: search p50, any ward`, many.searchAnyWard / few.searchAnyWard, WANTED),
      ratio(`${label}: answer p50, any ward`, many.answerAnyWard / few.answerAnyWard, WANTED),
    ],
  };
}

function cells(report: IndexReport): string[] {
  const { wards, buildMs, megabytes, search, answer, searchAnyWard, answerAnyWard } = report;
  const times = [search, answer, searchAnyWard, answerAnyWard].map(milliseconds);
  return [String(wards), (buildMs / 1000).toFixed(1), megabytes.toFixed(1), ...times];
}
