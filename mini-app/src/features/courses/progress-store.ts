import type { CourseProgress, LearningReply } from '@phuong-so/shared/contracts/learning';
import { type Kept, KeptValue } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';
import {
  attempted,
  type CourseState,
  finished,
  joined,
  NOT_BEGUN,
  type QuizState,
  stateOf,
  stoodAt,
} from './course-state.ts';
import { parseKeptProgress } from './kept-progress.ts';

/** A quiz that was gone through here. */
export interface Attempt {
  /** Made here, so that the server counts it once however often it is sent. */
  readonly id: string;
  readonly course: string;
  readonly answers: readonly number[];
}

export interface LessonKey {
  readonly course: string;
  readonly lesson: string;
}

export interface Progress {
  /** Whose it is, as the server calls them; null = nobody has signed in yet, and whoever does takes it over. */
  readonly owner: string | null;
  readonly courses: Readonly<Record<string, CourseState>>;
  /** What the server has not been told yet, in the order in which it was done. */
  readonly unsent: { readonly lessons: readonly LessonKey[]; readonly attempts: readonly Attempt[] };
  /** What the server last said of all courses together; null = not asked yet. */
  readonly overall: { readonly level: string; readonly weeks: number } | null;
}

export const NOTHING_LEARNT: Progress = {
  owner: null,
  courses: {},
  unsent: { lessons: [], attempts: [] },
  overall: null,
};

/** The one place that pages read progress from: what was done on this device, joined with what the server knows. */
export class ProgressStore {
  readonly #kept: KeptValue<Progress>;

  constructor(storage: DeviceStorage) {
    const options = { storage, key: 'phuong-so.courses', initial: NOTHING_LEARNT, parse: parseKeptProgress };
    this.#kept = new KeptValue<Progress>(options);
  }

  readonly snapshot = (): Kept<Progress> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  /** The step is on the screen. Going back to an earlier one is nothing that the server has to know. */
  stand(course: string, lesson: string, step: number): Promise<void> {
    return this.#learn({ course, lesson }, (state) => stoodAt(state, lesson, step));
  }

  finish(course: string, lesson: string, lastStep: number): Promise<void> {
    return this.#learn({ course, lesson }, (state) => finished(state, lesson, lastStep));
  }

  attempt(attempt: Attempt, result: QuizState): Promise<void> {
    return this.#kept.change((all) => ({
      ...withCourse(all, attempt.course, attempted(all.courses[attempt.course] ?? NOT_BEGUN, result)),
      unsent: { ...all.unsent, attempts: [...all.unsent.attempts, attempt] },
    }));
  }

  /** Somebody signed in: what nobody owned is theirs, and is to be sent; what another person left here is not. */
  ownedBy(owner: string): Promise<void> {
    return this.#kept.change((all) => {
      if (all.owner === owner) return all;
      return all.owner === null ? { ...all, owner } : { ...NOTHING_LEARNT, owner };
    });
  }

  /** The server knows the lesson as far as `step`, `isFinished`: it need not be told again, unless more was done meanwhile. */
  lessonSent(
    { course, lesson }: LessonKey,
    sent: { readonly step: number; readonly finished: boolean },
  ): Promise<void> {
    return this.#kept.change((all) => {
      const now = all.courses[course]?.lessons[lesson];
      if (now !== undefined && (now.step > sent.step || now.finished !== sent.finished)) return all;
      const lessons = all.unsent.lessons.filter((key) => key.course !== course || key.lesson !== lesson);
      return { ...all, unsent: { ...all.unsent, lessons } };
    });
  }

  attemptSent(id: string): Promise<void> {
    return this.#kept.change((all) => ({
      ...all,
      unsent: { ...all.unsent, attempts: all.unsent.attempts.filter((attempt) => attempt.id !== id) },
    }));
  }

  /** What the server says of one course. */
  told(progress: CourseProgress): Promise<void> {
    return this.#kept.change((all) => join(all, progress));
  }

  /** What the server says of everything; `owner` guards against a reply that comes after somebody else has signed in. */
  toldAll(owner: string, { courses, level, weeks_in_a_row: weeks }: LearningReply): Promise<void> {
    return this.#kept.change((all) => {
      if (all.owner !== owner) return all;
      return { ...courses.reduce(join, all), overall: { level, weeks } };
    });
  }

  certified(course: string, certificate: NonNullable<CourseState['certificate']>): Promise<void> {
    return this.#kept.change((all) => withCourse(all, course, { ...(all.courses[course] ?? NOT_BEGUN), certificate }));
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }

  #learn(key: LessonKey, next: (state: CourseState) => CourseState): Promise<void> {
    return this.#kept.change((all) => {
      const before = all.courses[key.course] ?? NOT_BEGUN;
      const after = next(before);
      const [was, is] = [before.lessons[key.lesson], after.lessons[key.lesson]];
      const changed = withCourse(all, key.course, after);
      const isNews = was?.step !== is?.step || was?.finished !== is?.finished;
      if (!isNews || isUnsent(all, key)) return changed;
      return { ...changed, unsent: { ...all.unsent, lessons: [...all.unsent.lessons, key] } };
    });
  }
}

function withCourse(all: Progress, course: string, state: CourseState): Progress {
  return { ...all, courses: { ...all.courses, [course]: state } };
}

/** Where to go on is what was done last: here while the server has not heard of it, else what the server says. */
function join(all: Progress, progress: CourseProgress): Progress {
  const [mine, theirs] = [all.courses[progress.course] ?? NOT_BEGUN, stateOf(progress)];
  const isUntold = all.unsent.lessons.some(({ course }) => course === progress.course);
  const place = isUntold || isKnownPlace(mine, theirs.at) ? mine.at : theirs.at;
  return withCourse(all, progress.course, joined(mine, theirs, place));
}

/** A step of the open lesson that was seen here already: whoever went back to an earlier one is not moved from it. */
function isKnownPlace(mine: CourseState, theirs: CourseState['at']): boolean {
  if (mine.at === null || theirs === null || mine.at.part !== theirs.part) return false;
  return theirs.step <= (mine.lessons[theirs.part]?.step ?? -1);
}

function isUnsent({ unsent }: Progress, { course, lesson }: LessonKey): boolean {
  return unsent.lessons.some((key) => key.course === course && key.lesson === lesson);
}
