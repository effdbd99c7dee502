import { ProgressStore } from '../features/courses/progress-store.ts';
import { ProgressSync } from '../features/courses/progress-sync.ts';
import { TogetherMode } from '../features/courses/together.ts';
import type { Services } from './services.ts';

export interface LearningServices {
  readonly progress: ProgressStore;
  readonly sync: ProgressSync;
  readonly together: TogetherMode;
}

const made = new WeakMap<Services, LearningServices>();

/**
 * What all pages about learning share. Made with the first of them and not with the app's other services, so that the
 * first screen does not have to load it (2.5 kB of the budget).
 */
export function learningOf(services: Services): LearningServices {
  const known = made.get(services);
  if (known !== undefined) return known;
  const { platform, session } = services;
  const progress = new ProgressStore(platform.storage);
  const learning = {
    progress,
    sync: new ProgressSync({ store: progress, session, platform }),
    together: new TogetherMode(),
  };
  made.set(services, learning);
  return learning;
}
