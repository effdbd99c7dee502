import { createApiClient } from '../api/client.ts';
import { createPhuongSoApi } from '../api/phuong-so-api.ts';
import { ReadMarks } from '../features/announcements/read-marks.ts';
import { type ConversationDependencies, ConversationStore } from '../features/ask/conversation-store.ts';
import { AppearanceStore } from '../features/me/appearance-store.ts';
import { ChecklistStore } from '../features/public-services/checklist-store.ts';
import { GroupStore } from '../features/ward/group-store.ts';
import { WardStore } from '../features/ward/ward-store.ts';
import type { Services } from '../pages/services.ts';
import { createQueries } from '../reading/reading.ts';
import { SessionStore } from '../session/session-store.ts';
import type { Platform } from '../zalo/platform.ts';
import { newId } from './new-id.ts';
import { tellPlace } from './tell-place.ts';

const TIME_LIMIT_MS = 20_000;

export interface Surroundings {
  readonly platform: Platform;
  readonly fetch: typeof fetch;
  /** Empty = the page's own origin. */
  readonly apiBase: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** The page's root element, for text size and theme. */
  readonly root: HTMLElement;
}

/** Puts the app together; the only place that knows how its parts are made. */
export function createServices({ platform, fetch, apiBase, now, root }: Surroundings): Services {
  const client = createApiClient({ baseUrl: apiBase.replace(/\/+$/, ''), fetch, timeLimitMs: TIME_LIMIT_MS });
  const api = createPhuongSoApi(client);
  const session = new SessionStore({ client, platform, now });
  // Residents ask without a name; those who hold an office get the answer for their office.
  const ask: ConversationDependencies['ask'] = async (question, signal, hear) => {
    const known = session.snapshot();
    const holdsOffice = known.kind === 'signed_in' && known.user.role !== 'resident';
    const asked = { ...question, token: holdsOffice ? session.token() : null };
    const stream = await import('../api/ask-stream.ts').catch(() => null);
    if (stream === null) return api.ask(asked, signal);
    return stream.askByStream({ client, whole: api.ask, now }, asked, signal, hear);
  };
  const wards = new WardStore({ api, storage: platform.storage });
  const groups = new GroupStore(platform.storage);
  tellPlace({ session, wards, groups });
  return {
    platform,
    api,
    client,
    queries: createQueries(platform.storage),
    appearance: new AppearanceStore(platform.storage, root, () => platform.hostTheme()),
    session,
    conversation: new ConversationStore({ ask, storage: platform.storage, now, newId }),
    ...{ wards, groups },
    readMarks: new ReadMarks(platform.storage),
    checklists: new ChecklistStore(platform.storage),
    serverAddress: (path) => new URL(path, apiBase || root.baseURI).href,
    newId,
  };
}
