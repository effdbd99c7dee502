import type { CueName } from '@phuong-so/shared/content/cues';
import type { FoundInLibrary } from '@phuong-so/shared/domain/library-finding';
import type { CleanQuestion } from '../clean-question.ts';
import type { CueReading } from '../cue-reading.ts';

/** What only a question about the plan says. */
const PLAN: readonly CueName[] = ['about_plan', 'own_document', 'annex', 'targets', 'outline', 'recipients'];
/** What a question about the plan says more often than one about a procedure. */
const RATHER_PLAN: readonly CueName[] = [
  'percent',
  'overdue',
  'tasks',
  'coordinate',
  'who_leads',
  'report',
  'issued',
  'own_unit',
];

type PlanSigns = 'surely' | 'rather' | 'no';

/** How far the words of a question point to the ward's plan, whatever procedure they name: "chỉ tiêu", "chủ trì", "2030". */
export function planSigns(cues: CueReading, years: readonly string[]): PlanSigns {
  if (cues.hasAny(...PLAN)) return 'surely';
  return years.length > 0 || cues.hasAny(...RATHER_PLAN) ? 'rather' : 'no';
}

/** What the words of a question say of whose it is, beside what they name. */
export interface WhoseQuestion {
  readonly signs: PlanSigns;
  /** A ward, or the ward, is named: what it does is asked, unless a procedure is. */
  readonly namesWard: boolean;
  /** How a procedure is done is asked (the guard's "procedure"). */
  readonly asksProcedure: boolean;
}

/** What the plan has for the question. */
export interface PlanEvidence {
  readonly score: number;
  readonly coverage: number;
  /** A fact of a kind that only plans have is asked, such as who signed: no passage needs to say it in the question's words. */
  readonly ofFact: boolean;
}

/**
 * How much stronger than the plan's evidence a finding must be, by how far the words point to the plan. Measured on the
 * question sets of plans and, by cross-validation, on two writers' questions for services (docs/decisions/0013).
 */
const STRONGER: Readonly<Record<PlanSigns, number>> = { surely: Number.POSITIVE_INFINITY, rather: 1.5, no: 0.6 };
/** Whoever asks how a procedure is done hardly asks the plan. */
const ASKS_PROCEDURE = 0.5;
/** Courses speak of what plans speak of: what the ward does of it is for the plan. */
const COURSE_AND_WARD = 3.5;
/** To say of a procedure that no file covers it. */
const STRONGER_ELSEWHERE = 1.5;
/** What is offered because nothing is certain goes before a plan only when that says nearly nothing. */
const OFFERED = 3;
/** Keeps a plan that says next to nothing from being no measure at all. */
const LEAST_EVIDENCE = 0.5;
const EVIDENCE_OF_FACT = 3;

/** Whether a question is answered from services and courses, given the best that the plan says of it. */
export function isForLibrary(
  { finding, strength }: FoundInLibrary,
  { signs, namesWard, asksProcedure }: WhoseQuestion,
  plan: PlanEvidence | undefined,
): boolean {
  const evidence = (plan ? plan.score * plan.coverage + (plan.ofFact ? EVIDENCE_OF_FACT : 0) : 0) + LEAST_EVIDENCE;
  const wards = finding.kind === 'course' && namesWard ? COURSE_AND_WARD : 1;
  const offered = finding.kind === 'offer' ? OFFERED : 1;
  const least = STRONGER[signs] * offered * (asksProcedure ? ASKS_PROCEDURE : 1) * wards;
  return strength / evidence >= Math.max(least, finding.kind === 'elsewhere' ? STRONGER_ELSEWHERE : 0);
}

/** "Phường": the ward, by no name. */
export function saysWard({ tokens }: CleanQuestion): boolean {
  return tokens.some(({ marked, mayLackMarks }) => marked === 'phường' || (mayLackMarks && marked === 'phuong'));
}
