/** Time limit passed: the SDK has calls that never settle. Same number as the SDK's own time-out. */
export const TIMED_OUT = -1408;
const UNKNOWN = -2000;

/** Every failure of the Zalo SDK, whatever shape it was thrown in (it throws plain objects). */
export class ZaloError extends Error {
  override readonly name = 'ZaloError';

  constructor(
    readonly code: number,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }

  static from(thrown: unknown): ZaloError {
    if (thrown instanceof ZaloError) return thrown;
    if (typeof thrown === 'object' && thrown !== null) {
      const { code, message } = thrown as { code?: unknown; message?: unknown };
      const number = typeof code === 'number' ? code : UNKNOWN;
      return new ZaloError(number, typeof message === 'string' ? message : 'Zalo SDK error', { cause: thrown });
    }
    return new ZaloError(UNKNOWN, String(thrown), { cause: thrown });
  }
}

/** Settles with `work`, or rejects with `TIMED_OUT` after `limitMs`; rejections become `ZaloError`. */
export function withinTime<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ZaloError(TIMED_OUT, `no answer within ${limitMs} ms`)), limitMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      finish();
    };
    Promise.resolve()
      .then(work)
      .then(
        (value) => settle(() => resolve(value)),
        (thrown: unknown) => settle(() => reject(ZaloError.from(thrown))),
      );
  });
}
