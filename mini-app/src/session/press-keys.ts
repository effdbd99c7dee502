import { ServerError } from '../api/client.ts';

/**
 * One press of a button is one key until the server has answered it. When no answer came, nobody knows whether it was
 * done: pressing again sends the same key, and the server does it once. What is under way or done is not sent again.
 */
export class PressKeys {
  readonly #unanswered = new Map<string, string>();
  readonly #done = new Map<string, Promise<unknown>>();

  constructor(private readonly newId: () => string) {}

  /**
   * `name` tells the button, what it would send, and the version that was seen, from every other: a version is acted on
   * once. Rejects as `work` does.
   */
  press<T>(name: string, work: (key: string) => Promise<T>): Promise<T> {
    const done = this.#done.get(name);
    if (done !== undefined) return done as Promise<T>;
    const key = this.#unanswered.get(name) ?? this.newId();
    this.#unanswered.set(name, key);
    const doing = work(key).catch((thrown: unknown) => {
      this.#done.delete(name);
      if (isAnswer(thrown)) this.#unanswered.delete(name);
      throw thrown;
    });
    this.#done.set(name, doing);
    return doing;
  }
}

function isAnswer(thrown: unknown): boolean {
  return thrown instanceof ServerError && thrown.status < 500;
}
