import { isSendingTime } from '@phuong-so/shared/domain/sending-hours';
import { midnightBefore } from '@phuong-so/shared/domain/vietnam-time';

const EVENING_MS = 21 * 3_600_000;

/** May a telephone ring for a reminder? By the hours of announcements; a class or a course is kept up on holidays too. */
export function isByDay(now: number): boolean {
  return isSendingTime(now, () => false);
}

/** When the hours of today are over: a reminder that is still on its way then is not sent any more. Epoch ms. */
export function thisEvening(now: number): number {
  return midnightBefore(now) + EVENING_MS;
}
