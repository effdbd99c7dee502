import { SNIPPET_FIELDS } from '@phuong-so/shared/index-format/index-file';
import { encodeNumbers } from '@phuong-so/shared/index-format/posting-codec';
import { type EncodedStrands, encodeStrands } from '@phuong-so/shared/index-format/strand-codec';
import { plainNumber, saidSyllables, syllables } from '@phuong-so/shared/text/tokens';
import type { PassageKind } from '../../ports/plan-index.ts';
import { SNIPPET_KINDS, type Snippet } from '../../ports/ward-facts.ts';
import type { PlanSource } from './build-index.ts';
import type { Passage } from './passage.ts';
import { planToSnippets, type SnippetSource } from './plan-to-snippets.ts';

export interface WardSnippets {
  readonly sources: readonly SnippetSource[];
  /** SNIPPET_FIELDS of each. */
  readonly numbers: string;
  readonly strands: EncodedStrands;
}

/** The kind of passage that holds a snippet of this kind. */
const HELD_BY: Readonly<Record<Snippet['kind'], PassageKind>> = {
  sentence: 'section',
  task: 'task',
  target: 'target',
  deadline: 'deadline',
};

/**
 * A ward's snippets with their words as numbers. Texts are cut into words here, once, because doing so at a ward's first
 * question takes longer than everything else that the question needs.
 */
export function wardSnippets(plans: readonly PlanSource[], passages: readonly Passage[]): WardSnippets {
  const strands = new StrandList();
  const passageNumbers = new Map<string, number>();
  for (const [number, { documentId, kind, ref }] of passages.entries()) {
    const key = passageKey(documentId, kind, ref);
    if (!passageNumbers.has(key)) passageNumbers.set(key, number);
  }
  const snippets = plans.flatMap(({ documentId, plan }, ordinal) =>
    planToSnippets(plan).map((source) => {
      const passage = passageNumbers.get(passageKey(documentId, HELD_BY[source.kind], source.ref));
      return { source, fields: fieldsOf(source, ordinal, passage, strands) };
    }),
  );
  return {
    sources: snippets.map(({ source }) => source),
    numbers: encodeNumbers(snippets.flatMap(({ fields }) => SNIPPET_FIELDS.map((field) => fields[field]))),
    strands: encodeStrands(strands.all),
  };
}

function fieldsOf(source: SnippetSource, plan: number, passage: number | undefined, strands: StrandList) {
  const { kind, fact, sectionId, own, near, far } = source;
  return {
    kind: SNIPPET_KINDS.indexOf(kind),
    plan,
    fact,
    passage: passage === undefined ? 0 : passage + 1,
    inSection: sectionId === null ? 0 : 1,
    own: strands.number(own, saidSyllables),
    ownMarked: strands.number(own, markedSyllables),
    near: strands.number(near, saidSyllables),
    far: strands.number(far, saidSyllables),
  };
}

function passageKey(documentId: string, kind: PassageKind, ref: string): string {
  return JSON.stringify([documentId, kind, ref]);
}

function markedSyllables(text: string): string[] {
  return syllables(text).map(plainNumber);
}

/** Texts, each kept once: a heading stands above many snippets, and a paragraph is often one sentence. */
class StrandList {
  readonly all: string[][] = [];
  readonly #numbers = new Map<string, number>();
  /** Texts cut before, by the way of cutting. */
  readonly #cut = new Map<(text: string) => string[], Map<string, number>>();

  number(text: string, cut: (text: string) => string[]): number {
    const known = this.#cut.get(cut) ?? new Map<string, number>();
    this.#cut.set(cut, known);
    const number = known.get(text) ?? this.#numberOf(cut(text));
    known.set(text, number);
    return number;
  }

  #numberOf(words: string[]): number {
    const key = words.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.all.push(words);
    this.#numbers.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}
