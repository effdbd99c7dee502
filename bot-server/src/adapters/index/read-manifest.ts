import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type IndexManifest, indexManifestSchema, MANIFEST_FILE } from '@phuong-so/shared/index-format/index-file';
import { IndexUnusableError } from './index-unusable-error.ts';

/**
 * The manifest of an index folder, once it is certain that this program understands it and that the file it names is
 * whole. Errors: {@link IndexUnusableError}.
 */
export function readManifest(folder: string): IndexManifest {
  const manifest = parseManifest(readText(path.join(folder, MANIFEST_FILE)), folder);
  checkFile(path.join(folder, manifest.file), manifest);
  return manifest;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new IndexUnusableError(
      'missing',
      `No index manifest at ${file}: build the index first (npm start does).`,
      cause,
    );
  }
}

function parseManifest(text: string, folder: string): IndexManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new IndexUnusableError(
      'manifest_unreadable',
      `${MANIFEST_FILE} in ${folder} is not JSON: rebuild the index.`,
      cause,
    );
  }
  const parsed = indexManifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'manifest');
  const version = fields.some((field) => field === 'schemaVersion' || field === 'textFoldingVersion');
  throw new IndexUnusableError(
    version ? 'version_unknown' : 'manifest_unreadable',
    `${MANIFEST_FILE} in ${folder} is not understood (${fields.join(', ')}): rebuild the index with this version.`,
    parsed.error,
  );
}

function checkFile(file: string, manifest: IndexManifest): void {
  let bytes: number;
  try {
    bytes = statSync(file).size;
  } catch (cause) {
    throw new IndexUnusableError(
      'file_damaged',
      `The manifest names ${file}, which is not there: rebuild the index.`,
      cause,
    );
  }
  if (bytes !== manifest.fileBytes) {
    throw new IndexUnusableError(
      'file_damaged',
      `${file} has ${bytes} bytes instead of ${manifest.fileBytes}: rebuild the index.`,
    );
  }
}
