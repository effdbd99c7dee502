import type { WorkReply } from '@phuong-so/shared/contracts/work';

/** What the standing unit changes of a task; what is absent stays. */
export interface WorkEdit {
  readonly title?: string;
  readonly due?: string | null;
  readonly leads?: readonly string[];
  readonly coordinating?: readonly string[];
  readonly responsible?: string | null;
}
export type EditField = keyof WorkEdit;

/** What stands in the fields before anything is changed. */
export function editOf({ title, due, leads, coordinating, responsible }: EditableWork): Required<WorkEdit> {
  return {
    title,
    due: due.text,
    leads: leads.map(({ id }) => id),
    coordinating: coordinating.map(({ id }) => id),
    responsible: responsible?.label ?? null,
  };
}
export type EditableWork = Pick<WorkReply, 'title' | 'due' | 'leads' | 'coordinating'> &
  Partial<Pick<WorkReply, 'responsible'>>;

/** What really differs from the task as it is: typed and taken back is no change. */
export function changesOf(edit: WorkEdit, work: EditableWork): WorkEdit {
  const now = editOf(work);
  return Object.fromEntries(
    Object.entries(edit).filter(([field, value]) => !isSame(value, now[field as EditField])),
  ) as WorkEdit;
}

/** Fields that somebody else has changed since `seen`, and that I am changing too: only here one of the two is lost. */
export function clashesOf(edit: WorkEdit, seen: EditableWork, work: EditableWork): readonly EditField[] {
  const [before, now] = [editOf(seen), editOf(work)];
  return (Object.keys(edit) as EditField[]).filter((field) => !isSame(before[field], now[field]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return [...a].sort().join('\n') === [...b].sort().join('\n');
  return (a ?? '') === (b ?? '');
}
