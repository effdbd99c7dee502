import path from 'node:path';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { composeContent } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { ingestPlan } from '../flows/ingest-plan.ts';
import { toExtractOutput } from '../ingestion/parse-plan/extract-output.ts';
import type { Content } from '../ports/content.ts';
import { readArguments } from './arguments.ts';
import { CliError } from './cli-error.ts';
import { readInputFile } from './input-file.ts';
import { print } from './output.ts';

const USAGE = 'npm run -s extract -- TỆP [--ward KEY] --json';

/** Prints what the parser finds in one document. */
export async function extract(args: readonly string[]): Promise<void> {
  const options = { ward: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = readArguments(args, options, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new CliError(`Cần đúng một tệp. Cách dùng: ${USAGE}`);
  const bytes = await readInputFile(file);
  const units = await unitsFor(composeContent(readConfig()), values.ward);
  const read = await ingestPlan({ fileName: path.basename(file), bytes }, units);
  if ('reason' in read) throw new CliError(`${file}: ${read.reason}`);
  const found = toExtractOutput(read.plan);
  print(values.json ? JSON.stringify(found, null, 2) : summary(found));
}

/** The common units, and the ward's own where the ward is named. */
async function unitsFor(content: Content, ward: string | undefined): Promise<UnitDirectory> {
  const { units } = await content.language();
  if (ward === undefined) return new UnitDirectory(units);
  const keys = await content.wardKeys();
  if (!keys.includes(ward)) throw new CliError(`Không có phường "${ward}". Các phường: ${keys.join(', ')}.`);
  return new UnitDirectory([...units, ...(await content.ward(ward)).profile.units]);
}

function summary({
  document,
  outline,
  tasks,
  targets,
  deadlines,
  warnings,
}: ReturnType<typeof toExtractOutput>): string {
  return [
    `${document.number ?? '(không có số)'} · ${document.date ?? '(không có ngày)'} · ${document.title ?? '(không có tiêu đề)'}`,
    `${outline.length} mục, ${tasks.length} nhiệm vụ, ${targets.length} chỉ tiêu, ${deadlines.length} mốc thời hạn`,
    ...warnings.map(({ text }) => `Lưu ý: ${text}`),
  ].join('\n');
}
