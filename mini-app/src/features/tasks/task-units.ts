import type { TaskReply } from '@phuong-so/shared/contracts/facts';
import { foldMarks } from '@phuong-so/shared/text/fold';

type Doers = Pick<TaskReply, 'lead' | 'coordinating'>;

/** Spellings of one name that differ only in marks, capitals or a full stop are one unit: "Phòng Văn hoá - Xã hội." */
function unitKey(name: string): string {
  return foldMarks(name.replace(/[.,;]+\s*$/, ''));
}

/** Every unit that leads or coordinates, in alphabetical order, as it is printed first. */
export function unitsOf(tasks: readonly Doers[]): readonly { readonly key: string; readonly name: string }[] {
  const names = new Map<string, string>();
  for (const name of tasks.flatMap(({ lead, coordinating }) => [...lead, ...coordinating])) {
    const shown = name.replace(/[.,;]+\s*$/, '');
    if (!names.has(unitKey(name))) names.set(unitKey(name), shown.charAt(0).toLocaleUpperCase('vi') + shown.slice(1));
  }
  const { compare } = new Intl.Collator('vi');
  return [...names].map(([key, name]) => ({ key, name })).sort((a, b) => compare(a.name, b.name));
}

/** `unit` as {@link unitsOf} gives it; empty = everyone. */
export function concerns({ lead, coordinating }: Doers, unit: string): boolean {
  return unit === '' || [...lead, ...coordinating].some((name) => unitKey(name) === unit);
}
