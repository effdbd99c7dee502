import path from 'node:path';
import { composeClock, composeContent } from '../app/compose.ts';
import { composeEmbedding } from '../app/compose-meaning.ts';
import { readConfig } from '../app/config.ts';
import { ingestPlans } from '../flows/ingest-plan.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';
import { withService } from './with-service.ts';

/** Builds the index anew, and what the finder learns. `npm start` and `ask` do this by themselves when the content has changed. */
export async function buildIndexCommand(): Promise<void> {
  const config = readConfig();
  const indexDir = path.join(config.varDir, 'index');
  const deps = { content: composeContent(config), clock: composeClock(config), embedding: composeEmbedding(config) };
  const report = await ingestPlans({ ...deps, indexDir });
  print(`${report.plans} kế hoạch của ${report.wards} phường, ${report.passages} đoạn, chỉ mục ${report.indexId}`);
  const first = report.unreadable[0];
  await withService(async (service) => service.prepareFinder());
  if (report.withoutMeaning)
    throw new CliError(
      `Máy chủ OPENAI_EMBEDDING_MODEL không trả lời được (${report.withoutMeaning}): chỉ mục chỉ tìm theo chữ. Hãy xem lại máy chủ rồi chạy lại.`,
    );
  if (first) throw new CliError(`Không đọc được ${first.ward}/${first.fileName}: ${first.reason}`);
}
