import type { ParsedPlan } from '@phuong-so/shared/domain/plan';
import { PLAN_PARTS } from '@phuong-so/shared/index-format/index-file';
import { decodeStrands, type Strands } from '@phuong-so/shared/index-format/strand-codec';
import type { SectionHeading, Snippet, WardDocument, WardFacts, WardUnits } from '../../ports/ward-facts.ts';
import type { PlanColumn, PlanHead, SnippetRow, WardRow } from './fact-reader.ts';
import { storedSnippets } from './stored-snippets.ts';

/** Reads more of the ward from the index file. */
export interface WardSource {
  column(ordinal: number, name: PlanColumn): string;
  snippet(number: number): SnippetRow;
}

/** A ward's facts, each part read and parsed at first use. */
export class StoredWard implements WardFacts {
  readonly profile: WardFacts['profile'];
  readonly documents: readonly WardDocument[];
  readonly #row: WardRow;
  readonly #source: WardSource;
  #units: WardUnits | null = null;
  #strands: Strands | null = null;
  #snippets: readonly Snippet[] | null = null;

  constructor(row: WardRow, plans: readonly PlanHead[], source: WardSource) {
    this.#row = row;
    this.#source = source;
    this.profile = JSON.parse(row.profile) as WardFacts['profile'];
    this.documents = plans.map(({ ordinal, document_id }) => {
      return new StoredDocument(document_id, (name) => source.column(ordinal, name));
    });
  }

  get units(): WardUnits {
    this.#units ??= JSON.parse(this.#row.unit_names) as WardUnits;
    return this.#units;
  }

  get strands(): Strands {
    this.#strands ??= decodeStrands({ words: this.#row.snippet_words, tokens: this.#row.snippet_tokens });
    return this.#strands;
  }

  get snippets(): readonly Snippet[] {
    this.#snippets ??= storedSnippets(this.#row, { facts: this, read: (number) => this.#source.snippet(number) });
    return this.#snippets;
  }
}

class StoredDocument implements WardDocument {
  readonly documentId: string;
  readonly plan: ParsedPlan;
  readonly #column: (name: PlanColumn) => string;
  #outline: readonly SectionHeading[] | null = null;
  #collapsed: string | null = null;
  #folded: string | null = null;

  constructor(documentId: string, column: (name: PlanColumn) => string) {
    this.documentId = documentId;
    this.plan = storedPlan(column);
    this.#column = column;
  }

  get outline(): readonly SectionHeading[] {
    this.#outline ??= JSON.parse(this.#column('outline')) as SectionHeading[];
    return this.#outline;
  }

  get collapsedSource(): string {
    this.#collapsed ??= this.#column('collapsed_source');
    return this.#collapsed;
  }

  get foldedSource(): string {
    this.#folded ??= this.#column('folded_source');
    return this.#folded;
  }
}

function storedPlan(column: (name: PlanColumn) => string): ParsedPlan {
  const plan = {};
  for (const part of PLAN_PARTS) {
    Object.defineProperty(plan, part, {
      enumerable: true,
      configurable: true,
      get() {
        const value: unknown = JSON.parse(column(part));
        Object.defineProperty(plan, part, { enumerable: true, value });
        return value;
      },
    });
  }
  return plan as ParsedPlan;
}
