import type { Fault } from '../../composing/check-sentence.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { KeptReason, ModelDeps, ModelRecord } from './deps.ts';

/** What one question cost and what became of it, for the budget, the breaker and the log. */
export class Ledger {
  readonly #deps: ModelDeps;
  readonly #ward: string;
  readonly #clock: Clock;
  #rounds = 0;
  #usage: ModelUsage = { prompt: 0, completion: 0 };
  #sentences = 0;
  #dropped: readonly Fault[] = [];

  constructor(deps: ModelDeps, ward: string, clock: Clock) {
    this.#deps = deps;
    this.#ward = ward;
    this.#clock = clock;
  }

  /** Why the model is not asked at all; null = it may be. */
  refusal(): 'budget' | 'resting' | null {
    if (!this.#deps.budget.allows(this.#ward, this.#clock.today())) return 'budget';
    return this.#deps.breaker.allows(this.#clock.ticks()) ? null : 'resting';
  }

  spend(usage: ModelUsage): void {
    this.#rounds += 1;
    this.#usage = {
      prompt: this.#usage.prompt + usage.prompt,
      completion: this.#usage.completion + usage.completion,
    };
    this.#deps.budget.spend(this.#ward, this.#clock.today(), usage);
  }

  worked(): void {
    this.#deps.breaker.worked();
  }

  failed(): void {
    this.#deps.breaker.failed(this.#clock.ticks());
  }

  checked({ said, dropped }: { readonly said: readonly unknown[]; readonly dropped: readonly Fault[] }): void {
    this.#sentences = said.length;
    this.#dropped = [...dropped];
  }

  close(became: ModelRecord['outcome'], why: KeptReason | null, ms: number): ModelRecord {
    const { model, prompts, budget } = this.#deps;
    return {
      ward: this.#ward,
      model: model.name,
      prompts: prompts.versions,
      promptHash: prompts.hash,
      outcome: became,
      why,
      rounds: this.#rounds,
      promptTokens: this.#usage.prompt,
      completionTokens: this.#usage.completion,
      cost: budget.costOf(this.#usage),
      sentences: this.#sentences,
      dropped: this.#dropped,
      ms: Math.round(ms),
    };
  }
}
