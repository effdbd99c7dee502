import type { Understanding } from '@phuong-so/shared/domain/understanding';

/** Whether a fact's annex is one that the question names; every place will do when it names none. */
export function isInNamedAnnex({ annexes }: Understanding, annex: string | null): boolean {
  if (annexes.length === 0) return true;
  return annex !== null && (annex === '' || annexes.includes('') || annexes.includes(annex));
}
