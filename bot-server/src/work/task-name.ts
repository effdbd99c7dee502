import type { WorkItem } from '@phuong-so/shared/domain/work';

/** "III", "2" or "II.2.2" at the head of a group's heading. */
const LABEL = /^\s*((?:[IVXLC]+|\d+)(?:\.\d+)*)(?=[.):\s]|$)/;

/**
 * How people call a task: group and number, "III.5"; "2.2" where the number has its group already. null where the plan numbers
 * it not. Two tasks of a ward may be called the same.
 */
export function taskNameOf({ group, no }: Pick<WorkItem, 'group' | 'no'>): string | null {
  if (no === null || no === '') return null;
  const label = LABEL.exec(group ?? '')?.[1];
  return label === undefined || no.startsWith(`${label}.`) ? no : `${label}.${no}`;
}
