import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { printedEventTime } from '../../ui/moments.ts';
import { timeOfDay } from '../../ui/vietnam-time.ts';

export type AgeBand = 'under_18' | '18_35' | '36_59' | '60_up';

export const AGE_BANDS: readonly { readonly value: AgeBand; readonly title: string }[] = [
  { value: 'under_18', title: 'Dưới 18 tuổi' },
  { value: '18_35', title: '18 đến 35 tuổi' },
  { value: '36_59', title: '36 đến 59 tuổi' },
  { value: '60_up', title: '60 tuổi trở lên' },
];

/** "14:00 Thứ Bảy, ngày 28/11/2026, đến 16:00". */
export function classTime({ starts_at, ends_at }: Pick<ClassReply, 'starts_at' | 'ends_at'>): string {
  return `${printedEventTime(starts_at)}, đến ${timeOfDay(Date.parse(ends_at))}`;
}

export function forWhom({ group }: Pick<ClassReply, 'group'>): string {
  return group === null ? 'Cho cả phường' : `Cho ${group}`;
}

/** How many seats are left, or what stands in the way of one. */
export function seatWords({ state, seats, seats_left, waiting }: ClassReply): string {
  if (state === 'cancelled') return 'Lớp đã hủy';
  if (state === 'over') return 'Lớp đã xong';
  if (state === 'running') return 'Lớp đang học';
  if (seats_left > 0) return `Còn ${seats_left}/${seats} chỗ`;
  return waiting === 0 ? 'Hết chỗ, còn ghi danh sách chờ' : `Hết chỗ, ${waiting} người đang chờ`;
}

/** The person's own place; null = none. */
export function ownPlaceWords(mine: ClassReply['mine']): string | null {
  if (mine === null || mine.state === 'given_up') return null;
  if (mine.attended) return 'Đã ghi bác có mặt';
  return mine.state === 'seated' ? 'Bác đã có chỗ' : `Bác đang chờ, thứ ${mine.position ?? 1}`;
}
