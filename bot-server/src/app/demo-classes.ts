import { createHash } from 'node:crypto';
import type { DemoClass } from '../adapters/state/repos/demo-classes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No place, teacher or course of a real ward: one class to ask a place in, one that is about to begin, for the roll. */
export function demoClasses(ward: string, now: number): DemoClass[] {
  const soon = Math.ceil((now + 20 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  const later = Math.ceil((now + 3 * DAY) / HOUR) * HOUR;
  return [
    made(ward, 0, { title: 'Lớp kỹ năng số cho người lớn tuổi (mẫu)', seats: 20, startsAt: later }),
    made(ward, 1, { title: 'Lớp kỹ năng số sắp bắt đầu (mẫu)', seats: 5, startsAt: soon }),
  ];
}

function made(ward: string, at: number, own: Pick<DemoClass, 'title' | 'seats' | 'startsAt'>): DemoClass {
  const digest = createHash('sha256').update(`demo class ${ward} ${at}`).digest('hex');
  return {
    ...{
      id: `demo-${digest.slice(0, 24)}`,
      ward,
      group: null,
      courseId: null,
      ...own,
      endsAt: own.startsAt + 2 * HOUR,
    },
    place: 'Nơi học ghi ở đây (mẫu, không có thật)',
    teacher: 'Người dạy ghi ở đây (mẫu, không có thật)',
  };
}
