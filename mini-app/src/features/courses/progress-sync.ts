import type { CourseProgress } from '@phuong-so/shared/contracts/learning';
import { ServerError } from '../../api/client.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Platform } from '../../zalo/platform.ts';
import type { LessonKey, ProgressStore } from './progress-store.ts';

interface SyncDependencies {
  readonly store: ProgressStore;
  readonly session: SessionStore;
  readonly platform: Pick<Platform, 'watchOnline'>;
}

/**
 * Tells the server what was learnt here, in the name of the person who is signed in, and learns from it what was done in
 * the chat or on another phone. What could not be sent stays and is sent later; sent twice it counts once.
 */
export class ProgressSync {
  #running: Promise<void> | null = null;
  /** Something happened meanwhile: once more. */
  #again = false;
  /** The unsent part that was last looked at. */
  #seen: unknown = null;

  constructor(private readonly dependencies: SyncDependencies) {}

  /** Keeps both sides the same while a page that shows progress is open; the result stops it. */
  follow(): () => void {
    const { store, session, platform } = this.dependencies;
    const look = () => {
      const { unsent } = store.snapshot().value;
      if (unsent === this.#seen) return;
      this.#seen = unsent;
      if (unsent.lessons.length + unsent.attempts.length > 0) void this.run();
    };
    const stops = [
      store.subscribe(look),
      session.subscribe(() => session.snapshot().kind === 'signed_in' && void this.run()),
      platform.watchOnline((online) => online && void this.run()),
    ];
    void session.begin().then(() => this.run());
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Sends and reads once; never rejects. Asked again while it runs, it runs once more afterwards. */
  run(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      // Without a network everything stays for the next time; the pages say so.
      await this.#exchange().catch(() => undefined);
    } while (this.#again);
  }

  async #exchange(): Promise<void> {
    const { store, session } = this.dependencies;
    const snapshot = session.snapshot();
    if (snapshot.kind !== 'signed_in') return;
    await store.ownedBy(snapshot.user.id);
    const { lessons, attempts } = store.snapshot().value.unsent;
    for (const key of lessons) await this.#sendLesson(key);
    for (const { id, course, answers } of attempts) {
      const sent = session.call((await endpoints()).attemptQuiz, { body: { id, course, answers } });
      await this.#take(
        sent.then(({ progress }) => progress),
        () => store.attemptSent(id),
      );
    }
    await store.toldAll(snapshot.user.id, await session.call((await endpoints()).learning));
  }

  async #sendLesson(key: LessonKey): Promise<void> {
    const { store, session } = this.dependencies;
    const state = store.snapshot().value.courses[key.course]?.lessons[key.lesson];
    if (state === undefined) return;
    const sent = session.call((await endpoints()).learn, { body: { ...key, ...state } });
    await this.#take(sent, () => store.lessonSent(key, state));
  }

  /** What the server refuses for good (a lesson that is no more) is not sent again. Rejects with everything else. */
  async #take(sent: Promise<CourseProgress>, settled: () => Promise<void>): Promise<void> {
    try {
      const progress = await sent;
      await settled();
      await this.dependencies.store.told(progress);
    } catch (thrown) {
      if (!isRefusedForGood(thrown)) throw thrown;
      await settled();
    }
  }
}

const REFUSED_FOR_GOOD = [400, 404, 409, 422];

function isRefusedForGood(thrown: unknown): boolean {
  return thrown instanceof ServerError && REFUSED_FOR_GOOD.includes(thrown.status);
}

/** Comes with the first course: nothing of it is needed on the first screen. */
async function endpoints() {
  return (await import('../../api/learning-endpoints.ts')).LEARNING_ENDPOINTS;
}
