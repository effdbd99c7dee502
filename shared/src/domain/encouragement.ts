import type { Learnt } from './course-standing.ts';
import { DAY_MS, VIETNAM_MS } from './vietnam-time.ts';

/** From so many finished lessons on. Words for what one can do; never a rank among people. */
const LEVELS = [
  [30, 'Có thể chỉ cho người khác'],
  [15, 'Dùng thạo'],
  [5, 'Biết cơ bản'],
  [1, 'Đang làm quen'],
] as const;

/** "Đang làm quen: đã xong 3 bài". */
export function levelInWords(finishedLessons: number): string {
  const level = LEVELS.find(([from]) => finishedLessons >= from);
  return level === undefined ? 'Chưa học bài nào' : `${level[1]}: đã xong ${finishedLessons} bài`;
}

/**
 * Weeks in a row, Monday to Sunday in Vietnam, in which the person came further: this one counts when something was learnt
 * in it, and is not missed before it has ended. `now`: epoch ms.
 */
export function weeksInARow({ progress, attempts }: Omit<Learnt, 'certificates'>, now: number): number {
  const lessons = progress.flatMap(({ finishedAt, updatedAt }) => [finishedAt ?? updatedAt, updatedAt]);
  const weeks = new Set([...lessons, ...attempts.map(({ finishedAt }) => finishedAt)].map(weekOf));
  const current = weekOf(now);
  let week = weeks.has(current) ? current : current - 1;
  let count = 0;
  for (; weeks.has(week); week -= 1) count += 1;
  return count;
}

/** Number of the week. 1/1/1970 was a Thursday: three days more make weeks begin on Monday. */
function weekOf(at: number): number {
  return Math.floor(((at + VIETNAM_MS) / DAY_MS + 3) / 7);
}
