/** The only source of time. Everything a person sees is in Asia/Ho_Chi_Minh. */
export interface Clock {
  /** Now; the same instant on every call when the clock is frozen. */
  now(): Date;
  /** Today's date in Asia/Ho_Chi_Minh, "2026-11-21". */
  today(): string;
  /** Milliseconds from an arbitrary start that never go back, frozen or not: only for measuring durations. */
  ticks(): number;
}
