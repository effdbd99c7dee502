import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';

/** Calendar date in Asia/Ho_Chi_Minh. */
export function vietnamDate(instant: Date): string {
  return vietnamDay(instant.getTime());
}
