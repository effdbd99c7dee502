import { type Kept, KeptValue, keptRecord, keptTexts } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

/** How far somebody has come in one course. */
export interface CourseProgress {
  /** The part and the step (from 0) that was open last; null = not begun. */
  readonly at: { readonly part: string; readonly step: number } | null;
  /** Ids of the parts read to their end. */
  readonly done: readonly string[];
}

export const NOT_BEGUN: CourseProgress = { at: null, done: [] };

type AllProgress = Readonly<Record<string, CourseProgress>>;

/** Progress by course id; kept on this device. */
export class ProgressStore {
  readonly #kept: KeptValue<AllProgress>;

  constructor(storage: DeviceStorage) {
    const parse = (kept: unknown) => keptRecord(kept, parseProgress);
    this.#kept = new KeptValue<AllProgress>({ storage, key: 'phuong-so.courses', initial: {}, parse });
  }

  readonly snapshot = (): Kept<AllProgress> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  stand(courseId: string, part: string, step: number): Promise<void> {
    return this.#change(courseId, (progress) => ({ ...progress, at: { part, step } }));
  }

  finish(courseId: string, part: string): Promise<void> {
    return this.#change(courseId, ({ done }) => ({ at: null, done: [...new Set([...done, part])] }));
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }

  #change(courseId: string, next: (progress: CourseProgress) => CourseProgress): Promise<void> {
    return this.#kept.change((all) => ({ ...all, [courseId]: next(all[courseId] ?? NOT_BEGUN) }));
  }
}

function parseProgress(kept: unknown): CourseProgress | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { at, done } = kept as { at?: unknown; done?: unknown };
  return { at: parsePlace(at), done: keptTexts(done) };
}

function parsePlace(kept: unknown): CourseProgress['at'] {
  if (typeof kept !== 'object' || kept === null) return null;
  const { part, step } = kept as { part?: unknown; step?: unknown };
  return typeof part === 'string' && typeof step === 'number' && step >= 0 ? { part, step } : null;
}
