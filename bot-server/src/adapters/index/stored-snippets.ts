import type { PlanDeadline, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import { SNIPPET_FIELDS } from '@phuong-so/shared/index-format/index-file';
import { decodeNumbers } from '@phuong-so/shared/index-format/posting-codec';
import { strandWords } from '@phuong-so/shared/index-format/strand-codec';
import { SNIPPET_KINDS, type Snippet, type WardDocument, type WardFacts } from '../../ports/ward-facts.ts';
import type { SnippetRow, WardRow } from './fact-reader.ts';

/** What snippets of a ward have in common. */
interface Ward {
  readonly facts: WardFacts;
  /** Reads what a person reads of a snippet: ranking needs only its words. */
  read(number: number): SnippetRow;
}

/** A ward's snippets, in the order in which they were written. */
export function storedSnippets({ snippet_numbers, first_passage }: WardRow, ward: Ward): Snippet[] {
  const numbers = decodeNumbers(snippet_numbers);
  const snippets: Snippet[] = [];
  for (let at = 0; at < numbers.length; at += SNIPPET_FIELDS.length) {
    const [kind = 0, plan = 0, fact = 0, passage = 0, inSection = 0, own = 0, ownMarked = 0, near = 0, far = 0] =
      numbers.slice(at, at + SNIPPET_FIELDS.length);
    const document = ward.facts.documents[plan];
    if (document === undefined) throw new Error(`index: a snippet of plan ${plan}, which is not there`);
    const place = {
      number: snippets.length,
      fact,
      passageId: passage === 0 ? null : first_passage + passage - 1,
      inSection: inSection === 1,
      strands: { own, ownMarked, near, far },
    };
    snippets.push(new KINDS[SNIPPET_KINDS[kind] ?? 'sentence'](ward, document, place));
  }
  return snippets;
}

interface SnippetPlace extends Pick<Snippet, 'passageId' | 'inSection' | 'strands'> {
  readonly number: number;
  readonly fact: number;
}

class StoredSnippet {
  readonly document: WardDocument;
  readonly passageId: number | null;
  readonly inSection: boolean;
  readonly strands: Snippet['strands'];
  protected readonly fact: number;
  readonly #ward: Ward;
  readonly #number: number;
  #row: SnippetRow | null = null;
  #quotes: readonly string[] | null = null;
  #own: string | null = null;

  constructor(ward: Ward, document: WardDocument, { number, fact, passageId, inSection, strands }: SnippetPlace) {
    this.document = document;
    this.passageId = passageId;
    this.inSection = inSection;
    this.strands = strands;
    this.fact = fact;
    this.#ward = ward;
    this.#number = number;
  }

  get sectionId(): string | null {
    return this.inSection ? this.#read().section_id : null;
  }

  get text(): string {
    return this.#read().text;
  }

  get quotes(): readonly string[] {
    const { text, quotes } = this.#read();
    this.#quotes ??= quotes === null ? [text] : (JSON.parse(quotes) as string[]);
    return this.#quotes;
  }

  get own(): string {
    this.#own ??= ` ${strandWords(this.#ward.facts.strands, this.strands.own).join(' ')} `;
    return this.#own;
  }

  #read(): SnippetRow {
    this.#row ??= this.#ward.read(this.#number);
    return this.#row;
  }

  /** The row of the plan's list that the snippet was made from. */
  protected factOf<T>(list: readonly T[]): T {
    const found = list[this.fact];
    if (found === undefined) throw new Error(`index: a snippet of fact ${this.fact}, which is not there`);
    return found;
  }
}

class StoredSentence extends StoredSnippet {
  readonly kind = 'sentence';
}

class StoredTask extends StoredSnippet {
  readonly kind = 'task';
  get task(): PlanTask {
    return this.factOf(this.document.plan.tasks);
  }
}

class StoredTarget extends StoredSnippet {
  readonly kind = 'target';
  get target(): PlanTarget {
    return this.factOf(this.document.plan.targets);
  }
}

class StoredDeadline extends StoredSnippet {
  readonly kind = 'deadline';
  get deadline(): PlanDeadline {
    return this.factOf(this.document.plan.deadlines);
  }
}

const KINDS = { sentence: StoredSentence, task: StoredTask, target: StoredTarget, deadline: StoredDeadline } as const;
