import type { ParsedPlan, PlanDeadline, PlanSection, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { WardProfile } from '@phuong-so/shared/domain/ward';
import type { Strands } from '@phuong-so/shared/index-format/strand-codec';

/**
 * What one ward's plans say. Everything but the profile is read when it is first asked for, which works as long as the
 * build is open: until the change of builds after the next.
 */
export interface WardFacts {
  readonly profile: WardProfile;
  readonly documents: readonly WardDocument[];
  readonly units: WardUnits;
  /** One a fact; order: as in the documents. */
  readonly snippets: readonly Snippet[];
  /** The words of the snippets' texts. */
  readonly strands: Strands;
}

export interface WardDocument {
  readonly documentId: string;
  readonly plan: ParsedPlan;
  /** The plan's sections without their paragraphs. */
  readonly outline: readonly SectionHeading[];
  /** The document's source text in the contract's collapsed form: every quote is a substring of it. */
  readonly collapsedSource: string;
  /** Its folded syllables with a space around each. */
  readonly foldedSource: string;
}

export type SectionHeading = Omit<PlanSection, 'paragraphs'>;

/** The units that a ward's tasks and targets name. */
export interface WardUnits {
  /** Each name as printed, once. */
  readonly printed: readonly string[];
  /** Canonical ids, each once. */
  readonly ids: readonly string[];
}

export const SNIPPET_KINDS = ['sentence', 'task', 'target', 'deadline'] as const;

interface SnippetBase {
  readonly document: WardDocument;
  /** The passage that a search finds it by; null when it is in none. */
  readonly passageId: number | null;
  readonly sectionId: string | null;
  readonly inSection: boolean;
  /** What a person reads. */
  readonly text: string;
  /** Exact quotes that show it, best first. */
  readonly quotes: readonly string[];
  /** Folded syllables of what is searched, with a space around each: " phu song 5 g ". */
  readonly own: string;
  /** Strands of the ward: the snippet's own text folded and with marks, the paragraph or row around it, headings above. */
  readonly strands: Readonly<Record<'own' | 'ownMarked' | 'near' | 'far', number>>;
}

export interface SentenceSnippet extends SnippetBase {
  readonly kind: 'sentence';
}
export interface TaskSnippet extends SnippetBase {
  readonly kind: 'task';
  readonly task: PlanTask;
}
export interface TargetSnippet extends SnippetBase {
  readonly kind: 'target';
  readonly target: PlanTarget;
}
export interface DeadlineSnippet extends SnippetBase {
  readonly kind: 'deadline';
  readonly deadline: PlanDeadline;
}

/** One thing that the plan says and that can be quoted: a sentence, a table row or a deadline. */
export type Snippet = SentenceSnippet | TaskSnippet | TargetSnippet | DeadlineSnippet;
