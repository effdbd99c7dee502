import { z } from 'zod';
import type { ParsedPlan } from '../domain/plan.ts';
import { TEXT_FOLDING_VERSION } from './passage-tokens.ts';

/** Raised whenever tables or encodings change: the file is rebuilt, never migrated. */
export const INDEX_SCHEMA_VERSION = 2;

export const MANIFEST_FILE = 'manifest.json';

/** Each part of a parsed plan is a JSON column of its own, so that a question reads and parses only what it needs. */
export const PLAN_PARTS = [
  'document',
  'tasks',
  'targets',
  'deadlines',
  'warnings',
  'sections',
  'repairs',
] as const satisfies readonly (keyof ParsedPlan)[];

/** What `snippet_numbers` gives of each snippet, in this order; a strand is a position in the ward's strands. */
export const SNIPPET_FIELDS = [
  /** Position in SNIPPET_KINDS. */
  'kind',
  /** The plan's ordinal. */
  'plan',
  /** Position of the task, target or deadline in its plan; 0 for a sentence. */
  'fact',
  /** Number of its passage plus one; 0 for none. */
  'passage',
  /** 1 when it stands in a section. */
  'inSection',
  'own',
  'ownMarked',
  'near',
  'far',
] as const;

/** The one description of the index file, for its writer and its reader. The ward leads every table's key. */
export const INDEX_TABLES = `
  CREATE TABLE wards (
    ward INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, profile TEXT NOT NULL, card TEXT NOT NULL,
    first_passage INTEGER NOT NULL, scope TEXT NOT NULL, passage_cards TEXT NOT NULL, vocabulary TEXT NOT NULL,
    unit_names TEXT NOT NULL, snippet_numbers TEXT NOT NULL, snippet_words TEXT NOT NULL, snippet_tokens TEXT NOT NULL
  );
  CREATE TABLE plans (
    ward INTEGER NOT NULL, ordinal INTEGER NOT NULL, document_id TEXT NOT NULL, characters INTEGER NOT NULL,
    outline TEXT NOT NULL, collapsed_source TEXT NOT NULL, folded_source TEXT NOT NULL,
    ${PLAN_PARTS.map((part) => `${part} TEXT NOT NULL`).join(', ')}, PRIMARY KEY (ward, ordinal)
  );
  -- No quotes: the text is its own and only quote.
  CREATE TABLE snippets (
    ward INTEGER NOT NULL, number INTEGER NOT NULL, section_id TEXT, text TEXT NOT NULL, quotes TEXT,
    PRIMARY KEY (ward, number)
  ) WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY, ward INTEGER NOT NULL, number INTEGER NOT NULL, document_id TEXT NOT NULL, kind TEXT NOT NULL,
    ref TEXT NOT NULL, section_id TEXT, heading TEXT NOT NULL, text TEXT NOT NULL, sentences TEXT NOT NULL,
    sentence_starts TEXT NOT NULL, UNIQUE (ward, number)
  );
  CREATE TABLE postings (
    ward INTEGER NOT NULL, term TEXT NOT NULL, variants TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (ward, term)
  ) WITHOUT ROWID;
`;

/** Beside the other tables only where a server gave passages a meaning. A vector is 32-bit floats, lowest byte first. */
export const MEANING_TABLE = 'CREATE TABLE meanings (passage INTEGER PRIMARY KEY, vector BLOB NOT NULL)';

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
  /** Which model gave the passages their vectors, and how many numbers one has; absent when none did. */
  meaning: z.object({ model: z.string().min(1), dimension: z.int().positive() }).optional(),
  counts: z.object({
    wards: z.int().nonnegative(),
    plans: z.int().nonnegative(),
    passages: z.int().nonnegative(),
    terms: z.int().nonnegative(),
  }),
});

export type IndexManifest = z.infer<typeof indexManifestSchema>;
