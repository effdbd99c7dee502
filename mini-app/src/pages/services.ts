import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../api/client.ts';
import type { PhuongSoApi } from '../api/phuong-so-api.ts';
import type { ReadMarks } from '../features/announcements/read-marks.ts';
import type { ConversationStore } from '../features/ask/conversation-store.ts';
import type { AppearanceStore } from '../features/me/appearance-store.ts';
import type { ChecklistStore } from '../features/public-services/checklist-store.ts';
import type { GroupStore } from '../features/ward/group-store.ts';
import type { WardStore } from '../features/ward/ward-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Platform } from '../zalo/platform.ts';

/** Everything that pages hand to features; made once, in `app`. */
export interface Services {
  readonly platform: Platform;
  readonly api: PhuongSoApi;
  /** For the tables of routes that come with later pages. */
  readonly client: ApiClient;
  readonly queries: QueryClient;
  readonly conversation: ConversationStore;
  readonly wards: WardStore;
  /** The neighbourhood group chosen for each ward. */
  readonly groups: GroupStore;
  readonly readMarks: ReadMarks;
  readonly checklists: ChecklistStore;
  readonly appearance: AppearanceStore;
  readonly session: SessionStore;
  /** An address on our server, "/…", as one that opens in any browser. */
  readonly serverAddress: (path: string) => string;
  /** Random, unlike any other. */
  readonly newId: () => string;
}

/** What every page is given. */
export interface PageProps {
  readonly services: Services;
}
