import type { FoundInLibrary } from '@phuong-so/shared/domain/library-finding';
import { describe, expect, test } from 'vitest';
import { isForLibrary, type PlanEvidence, type WhoseQuestion } from './asks-plan.ts';

const found = (kind: 'situation' | 'course' | 'elsewhere', strength: number) =>
  ({ finding: { kind }, strength }) as unknown as FoundInLibrary;
const WHOSE: WhoseQuestion = { signs: 'no', namesWard: false, asksProcedure: false };
const PLAN: PlanEvidence = { score: 8, coverage: 0.5, ofFact: false };

describe('a question that fits a procedure', () => {
  test('is answered from its file when the plan says little of it', () => {
    expect(isForLibrary(found('situation', 4), WHOSE, PLAN)).toBe(true);
    expect(isForLibrary(found('situation', 4), WHOSE, { ...PLAN, score: 30 })).toBe(false);
  });

  test('never is when only plans are asked like that', () => {
    expect(isForLibrary(found('situation', 8), { ...WHOSE, signs: 'surely' }, undefined)).toBe(false);
  });

  test('needs more where a fact of the plan is asked, less where the way to a paper is', () => {
    expect(isForLibrary(found('situation', 3), WHOSE, PLAN)).toBe(true);
    expect(isForLibrary(found('situation', 3), WHOSE, { ...PLAN, ofFact: true })).toBe(false);
    expect(isForLibrary(found('situation', 1.5), WHOSE, PLAN)).toBe(false);
    expect(isForLibrary(found('situation', 1.5), { ...WHOSE, asksProcedure: true }, PLAN)).toBe(true);
  });

  test('needs much more for a course where the ward is named: what it does is the plan’s', () => {
    expect(isForLibrary(found('course', 6), WHOSE, PLAN)).toBe(true);
    expect(isForLibrary(found('course', 6), { ...WHOSE, namesWard: true }, PLAN)).toBe(false);
  });
});
