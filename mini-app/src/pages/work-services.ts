import type { TypedObstacle } from '../features/obstacles/obstacle-form.tsx';
import { WorkDraftStore } from '../features/work/report-draft.ts';
import { KeptDrafts } from '../reading/kept-drafts.ts';
import { PressKeys } from '../session/press-keys.ts';
import type { Services } from './services.ts';

export interface WorkServices {
  readonly drafts: WorkDraftStore;
  /** What somebody is about to raise, by ward. */
  readonly raised: KeptDrafts<TypedObstacle>;
  readonly keys: PressKeys;
}

const made = new WeakMap<Services, WorkServices>();

/** What officials' pages share. Made with the first of them: the first screen does not load it. */
export function workOf(services: Services): WorkServices {
  const known = made.get(services);
  if (known !== undefined) return known;
  const { platform, newId } = services;
  const work = {
    drafts: new WorkDraftStore(platform.storage),
    raised: new KeptDrafts({ storage: platform.storage, key: 'phuong-so.raised', read: readRaised }),
    keys: new PressKeys(newId),
  };
  made.set(services, work);
  return work;
}

function readRaised(kept: unknown): TypedObstacle | null {
  const { kind, title, body, work } = kept as Partial<TypedObstacle>;
  if (typeof title !== 'string' || typeof body !== 'string') return null;
  return {
    kind: kind === 'obstacle' ? 'obstacle' : 'proposal',
    title,
    body,
    work: typeof work === 'string' ? work : '',
  };
}
