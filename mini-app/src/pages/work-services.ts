import { WorkDraftStore } from '../features/work/report-draft.ts';
import { PressKeys } from '../session/press-keys.ts';
import type { Services } from './services.ts';

export interface WorkServices {
  readonly drafts: WorkDraftStore;
  readonly keys: PressKeys;
}

const made = new WeakMap<Services, WorkServices>();

/** What officials' pages share. Made with the first of them: the first screen does not load it. */
export function workOf(services: Services): WorkServices {
  const known = made.get(services);
  if (known !== undefined) return known;
  const { platform, newId } = services;
  const work = { drafts: new WorkDraftStore(platform.storage), keys: new PressKeys(newId) };
  made.set(services, work);
  return work;
}
