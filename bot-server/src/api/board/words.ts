import type { BoardReply, BoardTarget, BoardTask, TallyReply } from '@phuong-so/shared/contracts/board';
import { STATE_WORDS } from '../../work/reports/words.ts';

/** "2026-11-21" → "21/11/2026". */
export function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** "2026-11" → "11/2026". */
export const monthName = (month: string): string => day(month);

/** "Hoàn thành, 100% (21/11/2026)"; null = nobody has said anything. */
export function wordText(word: BoardTask['confirmed']): string | null {
  if (word === null) return null;
  return `${STATE_WORDS[word.state]}${word.percent === null ? '' : `, ${word.percent}%`} (${day(word.on)})`;
}

/** "phường Sao Mai" → "Phường Sao Mai". */
export function wardTitle({ name }: Pick<BoardReply, 'name'>): string {
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

export const TARGET_STANDINGS: Readonly<Record<BoardTarget['standing'], string>> = {
  reached: 'Đã đạt mốc tới',
  not_reached: 'Chưa đạt mốc tới',
  cannot_compare: 'Chưa so sánh được bằng số',
  no_figure: 'Chưa có số liệu',
  no_milestone: 'Kế hoạch không còn mốc nào tới',
};

/** "mốc năm 2030: ≥80%"; null = the plan wants nothing more. */
export function milestoneText({ next, unit }: Pick<BoardTarget, 'next' | 'unit'>): string | null {
  if (next?.value === undefined || next.value === null) return null;
  const value = valueText(next.value, unit);
  return next.year === '' ? `Mốc: ${value}` : `Mốc năm ${next.year}: ${value}`;
}

/** The value with the plan's unit where the entry itself has none. */
export function valueText(value: string, unit: string | null): string {
  return unit !== null && /^[≥≤<>]?\s*[\d.,]+$/.test(value) ? `${value} ${unit}`.replace(' %', '%') : value;
}

/** How much of a whole, in whole per cent for a bar; nothing of nothing is nothing. */
export function share(part: number, { tasks }: Pick<TallyReply, 'tasks'>): number {
  return tasks === 0 ? 0 : Math.round((part / tasks) * 100);
}
