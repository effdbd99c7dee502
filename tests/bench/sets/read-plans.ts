import path from 'node:path';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { contentFiles } from '../../../bot-server/src/adapters/content/content-files.ts';
import { ingestPlan } from '../../../bot-server/src/flows/ingest-plan.ts';
import type { PlanSource, WardSource } from '../../../bot-server/src/ingestion/build-index/build-index.ts';

export const DATA_DIR = path.join(import.meta.dirname, '../../../data');

/** The wards under data/, read and parsed by the product's own steps. */
export async function readWards(): Promise<WardSource[]> {
  const content = contentFiles(DATA_DIR);
  const { units } = await content.language();
  return Promise.all((await content.wardKeys()).map(read));

  async function read(key: string): Promise<WardSource> {
    const { profile, plans } = await content.ward(key);
    const directory = new UnitDirectory([...units, ...profile.units]);
    const sources = await Promise.all(
      plans.map(async (file): Promise<PlanSource[]> => {
        const found = await ingestPlan(file, directory);
        return 'plan' in found ? [{ documentId: file.fileName, ...found }] : [];
      }),
    );
    return { key, profile, plans: sources.flat() };
  }
}
