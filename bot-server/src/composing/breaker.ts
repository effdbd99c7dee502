/** Failures in a row after which a server is left alone. */
const MOST_FAILURES = 4;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 10 * 60_000;

/**
 * Leaves a server alone that fails again and again, so that nobody waits for it; each rest is twice as long as the one
 * before. After a rest one question is tried.
 */
export class Breaker {
  #failures = 0;
  #rests = 0;
  #until = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds that never go back. */
  allows(now: number): boolean {
    return now >= this.#until;
  }

  worked(): void {
    this.#failures = 0;
    this.#rests = 0;
  }

  /** Whether this failure begins a rest. */
  failed(now: number): boolean {
    this.#failures += 1;
    if (this.#failures < MOST_FAILURES && this.#rests === 0) return false;
    this.#until = now + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#rests);
    this.#rests += 1;
    this.#failures = 0;
    return true;
  }
}
