import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WardProfile } from '@phuong-so/shared/domain/ward';
import { buildIndex, type PlanSource, type WardSource } from '../ingestion/build-index/build-index.ts';
import { parsePlan } from '../ingestion/parse-plan/parse-plan.ts';
import { readDocument } from '../ingestion/read-document/read-document.ts';
import { UnreadableDocument } from '../ingestion/read-document/unreadable-document.ts';
import type { Clock } from '../ports/clock.ts';
import type { Content, PlanFile } from '../ports/content.ts';
import { ModelFailure } from '../ports/language-model.ts';
import { type Embedding, embedPassages } from './embed-passages.ts';

export interface IngestDeps {
  readonly content: Content;
  readonly clock: Clock;
  /** Folder of index builds. */
  readonly indexDir: string;
  /** Gives passages their meaning; null or absent: they are found by words alone. */
  readonly embedding?: Embedding | null | undefined;
}

export interface IngestReport {
  readonly indexId: string;
  readonly wards: number;
  readonly plans: number;
  readonly passages: number;
  /** Files that could not be read; the rest of the wards' plans is served without them. */
  readonly unreadable: readonly UnreadablePlan[];
  /** Why the passages have no meaning although a server is configured for it; null when they have, or none is. */
  readonly withoutMeaning: ModelFailure['kind'] | null;
}

export interface UnreadablePlan {
  readonly ward: string;
  readonly fileName: string;
  readonly reason: string;
}

/** All wards' plan files → blocks → facts → passages → one new index build. */
export async function ingestPlans({ content, clock, indexDir, embedding }: IngestDeps): Promise<IngestReport> {
  const { units } = await content.language();
  const wards: WardSource[] = [];
  const unreadable: UnreadablePlan[] = [];
  for (const key of await content.wardKeys()) {
    const { profile, plans: files } = await content.ward(key);
    const directory = new UnitDirectory([...units, ...profile.units]);
    const plans: PlanSource[] = [];
    for (const file of files) {
      const read = await ingestPlan(file, directory);
      if ('reason' in read) unreadable.push({ ward: key, fileName: file.fileName, reason: read.reason });
      else plans.push({ documentId: documentId(file, files), ...read });
    }
    wards.push({ key, profile: completed(profile, plans), plans });
  }
  const { meaning, withoutMeaning } = await meaningsOf(wards, embedding ?? null);
  const manifest = buildIndex({ wards, outDir: indexDir, builtAt: clock.now().toISOString(), meaning });
  const { wards: wardCount, plans, passages } = manifest.counts;
  return { indexId: manifest.id, wards: wardCount, plans, passages, unreadable, withoutMeaning };
}

/** A server that fails leaves an index that is searched by words: plans are served all the same. */
async function meaningsOf(wards: readonly WardSource[], embedding: Embedding | null) {
  if (embedding === null) return { meaning: null, withoutMeaning: null };
  try {
    return { meaning: await embedPassages(wards, embedding), withoutMeaning: null };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { meaning: null, withoutMeaning: error.kind };
  }
}

/** One file → its facts and its source text, or the reason why it cannot be read. */
export async function ingestPlan(
  file: PlanFile,
  units: UnitDirectory,
): Promise<{ plan: ParsedPlan; sourceText: string } | { reason: string }> {
  try {
    const source = await readDocument(file.fileName, file.bytes);
    return { plan: parsePlan(source, units), sourceText: source.text };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { reason: error.message };
    throw error;
  }
}

/** The file's name without its ending, or with it where two files differ in nothing else. */
function documentId({ fileName }: PlanFile, all: readonly PlanFile[]): string {
  const stem = (name: string) => name.replace(/\.[^.]+$/, '').normalize('NFC');
  const alone = all.filter((other) => stem(other.fileName) === stem(fileName)).length === 1;
  return alone ? stem(fileName) : fileName.normalize('NFC');
}

/** What ward.yaml leaves open is taken from the ward's own plans, and stays unknown when they do not say it. */
function completed(profile: WardProfile, plans: readonly PlanSource[]): WardProfile {
  const first = (of: (plan: ParsedPlan) => string | null) => plans.map(({ plan }) => of(plan)).find((value) => value);
  return {
    ...profile,
    name: profile.name ?? first((plan) => plan.document.wardName) ?? null,
    province: profile.province ?? first((plan) => plan.document.province) ?? null,
  };
}
