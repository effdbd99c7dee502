import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import type { WardProfile } from '@phuong-so/shared/domain/ward';
import { INDEX_SCHEMA_VERSION, type IndexManifest, MANIFEST_FILE } from '@phuong-so/shared/index-format/index-file';
import { TEXT_FOLDING_VERSION } from '@phuong-so/shared/index-format/passage-tokens';
import type { Passage } from './passage.ts';
import { planToPassages } from './plan-to-passages.ts';
import { openIndexWriter } from './write-index-file.ts';

export interface WardSource {
  readonly key: string;
  readonly profile: WardProfile;
  readonly plans: readonly PlanSource[];
}

export interface PlanSource {
  /** Unique within its ward. */
  readonly documentId: string;
  readonly plan: ParsedPlan;
  /** As extracted, not repaired. */
  readonly sourceText: string;
}

export interface BuildIndexRequest {
  readonly wards: Iterable<WardSource>;
  /** Created when missing; holds nothing but index files and their manifest. */
  readonly outDir: string;
  /** ISO time of the build. */
  readonly builtAt: string;
  /** How a plan becomes passages; the product's own way when absent. */
  readonly toPassages?: (source: PlanSource) => readonly Passage[];
  /** Absent or null: the file is the same as if there were no such thing. */
  readonly meaning?: PassageMeanings | null | undefined;
}

/** What a model makes of the passages. */
export interface PassageMeanings {
  readonly model: string;
  readonly dimension: number;
  /** By ward key, a vector for each of its passages in their order. */
  readonly vectors: ReadonlyMap<string, readonly Float32Array[]>;
}

/**
 * Writes `index-<id>.sqlite` and `manifest.json` into `outDir`, each under a temporary name first. The manifest is
 * renamed last, so whoever reads the folder sees the old build or the new one, never half of one. The id follows from
 * the content: the same plans give the same id. Older index files stay until the caller removes them.
 */
export function buildIndex(request: BuildIndexRequest): IndexManifest {
  mkdirSync(request.outDir, { recursive: true });
  const temporary = path.join(request.outDir, `.building-${process.pid}.sqlite`);
  rmSync(temporary, { force: true });
  try {
    const { sources, counts } = writeWards(temporary, request);
    const id = hashFile(temporary).slice(0, 16);
    const fileBytes = statSync(temporary).size;
    const file = `index-${id}.sqlite`;
    renameSync(temporary, path.join(request.outDir, file));
    const manifest: IndexManifest = {
      id,
      file,
      schemaVersion: INDEX_SCHEMA_VERSION,
      textFoldingVersion: TEXT_FOLDING_VERSION,
      builtAt: request.builtAt,
      fileBytes,
      sources,
      ...(request.meaning ? { meaning: { model: request.meaning.model, dimension: request.meaning.dimension } } : {}),
      counts,
    };
    writeManifest(request.outDir, manifest);
    return manifest;
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

function writeWards(file: string, request: BuildIndexRequest): Pick<IndexManifest, 'sources' | 'counts'> {
  const writer = openIndexWriter(file);
  const toPassages = request.toPassages ?? passagesOf;
  if (request.meaning) writer.addMeanings();
  const sources: Record<string, string> = {};
  try {
    for (const ward of request.wards) {
      for (const plan of ward.plans) sources[`${ward.key}/${plan.documentId}`] = sha256(plan.sourceText);
      writer.addWard(ward, ward.plans.flatMap(toPassages), request.meaning?.vectors.get(ward.key));
    }
    return { sources, counts: writer.finish() };
  } finally {
    writer.close();
  }
}

/** The passages of a plan as the index has them. */
export function passagesOf({ documentId, plan }: PlanSource): readonly Passage[] {
  return planToPassages(documentId, plan);
}

function writeManifest(outDir: string, manifest: IndexManifest): void {
  const temporary = path.join(outDir, `.${MANIFEST_FILE}-${process.pid}`);
  writeFileSync(temporary, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(temporary, path.join(outDir, MANIFEST_FILE));
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Piece by piece: an index of many wards does not fit the memory budget. */
function hashFile(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
