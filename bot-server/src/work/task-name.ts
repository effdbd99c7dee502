import type { WorkItem } from '@phuong-so/shared/domain/work';
import type { WardFacts } from '../ports/ward-facts.ts';

type Named = Pick<WorkItem, 'from' | 'no'>;

/**
 * How people call a task: the group of its plan and the number there, "III.5"; "2.2" where the number has its group already.
 * null where the plan numbers it not. Two tasks of a ward may be called the same.
 */
export function taskNameOf({ from, no }: Named, { documents }: Pick<WardFacts, 'documents'>): string | null {
  if (no === null || no === '') return null;
  const plan = documents.find(({ documentId }) => documentId === from.documentId)?.plan;
  const label = plan?.tasks.find(({ id }) => id === from.factId)?.group?.label ?? null;
  return label === null || no.startsWith(`${label}.`) ? no : `${label}.${no}`;
}
