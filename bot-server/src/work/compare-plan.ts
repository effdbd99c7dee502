import type { KeptTarget, WorkEntry, WorkItem } from '@phuong-so/shared/domain/work';
import { collapseSpaces } from '@phuong-so/shared/text/fold';
import type { NewTarget, NewWorkItem } from '../ports/work.ts';

export type Changes = WorkEntry['changes'];
type Name = (unitId: string) => string;

/** Fields as an official reads them, in the order in which they are shown. */
export const FIELD = {
  title: 'Tên nhiệm vụ',
  leads: 'Đơn vị chủ trì',
  coordinating: 'Đơn vị phối hợp',
  due: 'Thời hạn',
  name: 'Tên chỉ tiêu',
  unit: 'Đơn vị tính',
} as const;
const NONE = 'không ghi';

/**
 * What the plan, read anew, says otherwise than both when the tasks were confirmed from it and the tasks as they stand: what
 * somebody has already taken over, or has edited without the plan changing, is no difference. `items`: those made of the row.
 */
export function changedTask(now: NewWorkItem, items: readonly WorkItem[], name: Name): Changes {
  const shares = items.filter(({ share }) => share !== '');
  const standing = shares.length > 0 ? shares : items;
  const [one] = standing;
  if (one === undefined) return [];
  const units = (ids: readonly string[]) => ids.map(name).join('; ');
  const differs = (then: string, is: string, takenOver: boolean) => tidy(then) !== tidy(is) && !takenOver;
  const everywhere = (holds: (item: WorkItem) => boolean) => standing.every(holds);
  const isSame = (item: WorkItem, as: 'leads' | 'coordinating') => sameUnits(item[as], now[as]);
  const { from } = one;
  return [
    ...(differs(
      from.title,
      now.title,
      everywhere((item) => tidy(item.title) === tidy(now.title)),
    )
      ? [change('title', from.title, now.title)]
      : []),
    ...(differs(
      from.lead.join(';'),
      now.from.lead.join(';'),
      everywhere((item) => isSame(item, 'leads')),
    )
      ? [change('leads', from.lead.join('; '), units(now.leads))]
      : []),
    ...(differs(
      from.coordinating.join(';'),
      now.from.coordinating.join(';'),
      everywhere((item) => isSame(item, 'coordinating')),
    )
      ? [change('coordinating', from.coordinating.join('; '), units(now.coordinating))]
      : []),
    ...(differs(
      from.due ?? '',
      now.due.text ?? '',
      everywhere((item) => tidy(item.due.text ?? '') === tidy(now.due.text ?? '')),
    )
      ? [change('due', from.due ?? '', now.due.text ?? '')]
      : []),
  ];
}

/** The same of a target, which is brought up to the plan when it is confirmed again: what was entered for it stays. */
export function changedTarget(now: NewTarget, kept: KeptTarget, name: Name): Changes {
  const years = [...new Set([...Object.keys(kept.values), ...Object.keys(now.values)])].sort();
  const differs = (before: string | null | undefined, after: string | null | undefined) =>
    tidy(before ?? '') !== tidy(after ?? '');
  return [
    ...(differs(kept.name, now.name) ? [change('name', kept.name, now.name)] : []),
    ...(differs(kept.unit, now.unit) ? [change('unit', kept.unit ?? '', now.unit ?? '')] : []),
    ...years
      .filter((year) => differs(kept.values[year], now.values[year]))
      .map((year) => ({
        what: year === '' ? 'Mức phải đạt' : `Mức năm ${year}`,
        before: kept.values[year] ?? NONE,
        after: now.values[year] ?? NONE,
      })),
    ...(sameUnits(kept.leads, now.leads)
      ? []
      : [change('leads', kept.leads.map(name).join('; '), now.leads.map(name).join('; '))]),
  ];
}

export function change(what: keyof typeof FIELD, before: string, after: string): Changes[number] {
  return { what: FIELD[what], before: before || NONE, after: after || NONE };
}

export function sameUnits(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}

function tidy(text: string): string {
  return collapseSpaces(text.normalize('NFC'));
}
