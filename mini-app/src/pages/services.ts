import type { QueryClient } from '@tanstack/react-query';
import type { PhuongSoApi } from '../api/phuong-so-api.ts';
import type { ConversationStore } from '../features/ask/conversation-store.ts';
import type { AppearanceStore } from '../features/me/appearance-store.ts';
import type { WardStore } from '../features/ward/ward-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Platform } from '../zalo/platform.ts';

/** Everything that pages hand to features; made once, in `app`. */
export interface Services {
  readonly platform: Platform;
  readonly api: PhuongSoApi;
  readonly queries: QueryClient;
  readonly conversation: ConversationStore;
  readonly wards: WardStore;
  readonly appearance: AppearanceStore;
  readonly session: SessionStore;
}

/** What every page is given. */
export interface PageProps {
  readonly services: Services;
}
