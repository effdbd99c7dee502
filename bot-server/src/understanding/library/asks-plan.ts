import type { CueName } from '@phuong-so/shared/content/cues';
import type { FoundInLibrary, LibraryFinding } from '@phuong-so/shared/domain/library-finding';
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

/**
 * How much stronger than the plan's evidence a finding must be, by how far the words point to the plan. Measured on the
 * question sets of plans and of services, which it parts but for a handful.
 */
const STRONGER: Readonly<Record<PlanSigns, number>> = { surely: Number.POSITIVE_INFINITY, rather: 2, no: 0.65 };
/** To say of a procedure that no file covers it. */
const STRONGER_ELSEWHERE = 1.5;
/** Courses speak of what plans speak of: who does not say that they want to learn may mean either. */
const STRONGER_COURSE = 1.5;
const LEAST: Readonly<Partial<Record<LibraryFinding['kind'], number>>> = {
  elsewhere: STRONGER_ELSEWHERE,
  course: STRONGER_COURSE,
};
/** Keeps a plan that says next to nothing from being no measure at all. */
const LEAST_EVIDENCE = 0.5;

/** Whether a question is answered from services and courses, given the best that the plan says of it. */
export function isForLibrary(
  { finding, sure, strength }: FoundInLibrary,
  signs: PlanSigns,
  plan: { readonly score: number; readonly coverage: number } | undefined,
): boolean {
  if (!sure) return false;
  const evidence = (plan ? plan.score * plan.coverage : 0) + LEAST_EVIDENCE;
  const least = Math.max(STRONGER[signs], LEAST[finding.kind] ?? 0);
  return strength / evidence >= least;
}
