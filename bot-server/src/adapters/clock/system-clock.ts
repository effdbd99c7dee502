import type { Clock } from '../../ports/clock.ts';
import { vietnamDate } from './vietnam-date.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => vietnamDate(new Date()),
  ticks: () => performance.now(),
};
