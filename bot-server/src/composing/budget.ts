import type { ModelUsage } from '../ports/language-model.ts';

/** What may be spent; null = no limit. */
export interface BudgetLimits {
  /** Tokens of one ward on one day, sent and received. */
  readonly tokensPerDay: number | null;
  /** Đồng of one ward on one day. */
  readonly costPerDay: number | null;
  /** Đồng for a million tokens. */
  readonly prices: { readonly prompt: number; readonly completion: number };
}

interface Spent {
  readonly tokens: number;
  readonly cost: number;
}

const NOTHING: Spent = { tokens: 0, cost: 0 };

/** What each ward has spent today. Kept in memory: every process counts for itself and begins anew with each start. */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #spent = new Map<string, Spent>();
  #day = '';

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
  }

  /** `day`: ISO date in Vietnam. */
  allows(ward: string, day: string): boolean {
    const { tokens, cost } = this.#of(ward, day);
    const { tokensPerDay, costPerDay } = this.#limits;
    return (tokensPerDay === null || tokens < tokensPerDay) && (costPerDay === null || cost < costPerDay);
  }

  spend(ward: string, day: string, usage: ModelUsage): void {
    const before = this.#of(ward, day);
    this.#spent.set(ward, {
      tokens: before.tokens + usage.prompt + usage.completion,
      cost: before.cost + this.costOf(usage),
    });
  }

  /** Đồng. */
  costOf({ prompt, completion }: ModelUsage): number {
    const { prices } = this.#limits;
    return (prompt * prices.prompt + completion * prices.completion) / 1e6;
  }

  #of(ward: string, day: string): Spent {
    if (day !== this.#day) {
      this.#spent.clear();
      this.#day = day;
    }
    return this.#spent.get(ward) ?? NOTHING;
  }
}
