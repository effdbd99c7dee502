import { z } from 'zod';
import type { ParsedPlan } from '../domain/plan.ts';
import { TEXT_FOLDING_VERSION } from './passage-tokens.ts';

/** Raised whenever tables or encodings change: the file is rebuilt, never migrated. */
export const INDEX_SCHEMA_VERSION = 1;

export const MANIFEST_FILE = 'manifest.json';

/** Each part of a parsed plan is a JSON column of its own, so that a question parses only what it needs. */
export const PLAN_PARTS = [
  'document',
  'sections',
  'tasks',
  'targets',
  'deadlines',
  'warnings',
  'repairs',
] as const satisfies readonly (keyof ParsedPlan)[];

/** The one description of the index file, for its writer and its reader. The ward leads every table's key. */
export const INDEX_TABLES = `
  CREATE TABLE wards (
    ward INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, profile TEXT NOT NULL, card TEXT NOT NULL,
    scope TEXT NOT NULL, passage_cards TEXT NOT NULL, vocabulary TEXT NOT NULL
  );
  CREATE TABLE plans (
    ward INTEGER NOT NULL, ordinal INTEGER NOT NULL, document_id TEXT NOT NULL, collapsed_source TEXT NOT NULL,
    ${PLAN_PARTS.map((part) => `${part} TEXT NOT NULL`).join(', ')}, PRIMARY KEY (ward, ordinal)
  );
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, ward INTEGER NOT NULL, number INTEGER NOT NULL, document_id TEXT NOT NULL, kind TEXT NOT NULL,
    ref TEXT NOT NULL, section_id TEXT, heading TEXT NOT NULL, text TEXT NOT NULL, sentences TEXT NOT NULL,
    sentence_starts TEXT NOT NULL, UNIQUE (ward, number)
  );
  CREATE TABLE postings (
    ward INTEGER NOT NULL, term TEXT NOT NULL, variants TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (ward, term)
  ) WITHOUT ROWID;
`;

export const indexManifestSchema = z.object({
  /** First 16 digits of the index file's SHA-256. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  file: z.string().regex(/^index-[0-9a-f]{16}\.sqlite$/),
  schemaVersion: z.literal(INDEX_SCHEMA_VERSION),
  textFoldingVersion: z.literal(TEXT_FOLDING_VERSION),
  /** ISO time, given by whoever asked for the build. */
  builtAt: z.iso.datetime({ offset: true }),
  /** Size of the index file: a copy that was cut short is refused. */
  fileBytes: z.int().positive(),
  /** "<ward>/<document>" → SHA-256 of the source text. */
  sources: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  counts: z.object({
    wards: z.int().nonnegative(),
    plans: z.int().nonnegative(),
    passages: z.int().nonnegative(),
    terms: z.int().nonnegative(),
  }),
});

export type IndexManifest = z.infer<typeof indexManifestSchema>;
