import { ServerError } from '../../api/client.ts';

/**
 * One press of a button is one key until the server has answered it. When no answer came, nobody knows whether it was
 * done: pressing again sends the same key, and the server does it once.
 */
export class PressKeys {
  readonly #unanswered = new Map<string, string>();

  constructor(private readonly newId: () => string) {}

  /** `name` tells the button, and what it would send, from every other. Rejects as `work` does. */
  async press<T>(name: string, work: (key: string) => Promise<T>): Promise<T> {
    const key = this.#unanswered.get(name) ?? this.newId();
    this.#unanswered.set(name, key);
    try {
      const done = await work(key);
      this.#unanswered.delete(name);
      return done;
    } catch (thrown) {
      if (isAnswer(thrown)) this.#unanswered.delete(name);
      throw thrown;
    }
  }
}

function isAnswer(thrown: unknown): boolean {
  return thrown instanceof ServerError && thrown.status < 500;
}
