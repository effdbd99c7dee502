import type { Alarms } from '../ports/alarms.ts';
import type { ChatStore } from '../ports/chat-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { Metrics, Reading } from '../ports/metrics.ts';
import type { OaTokens } from '../ports/oa-tokens.ts';
import type { Outbox } from '../ports/outbox.ts';

export interface GaugeSources {
  readonly chats: ChatStore;
  readonly outbox: Outbox;
  readonly deliveries: Pick<Deliveries, 'waiting'>;
  readonly alarms: Alarms;
  readonly store: OaTokens;
  readonly clock: Clock;
  readonly oaIds: readonly string[];
}

/** What waits, how long already, how old the tokens are, and which alarms stand: read from the shared state. */
export function chatGauges(metrics: Metrics, sources: GaugeSources): void {
  const { chats, outbox, alarms, clock } = sources;
  const since = (at: number | null) => (at === null ? 0 : Math.max(0, clock.now().getTime() - at) / 1000);
  metrics.gauge('chat_events_waiting', async () => [{ value: (await chats.waiting()).events }]);
  metrics.gauge('chat_oldest_unanswered_seconds', async () => [{ value: since((await chats.waiting()).oldestAt) }]);
  metrics.gauge('outbox_messages_waiting', async () =>
    (await outbox.waiting()).map(({ oaId, messages }) => ({ labels: { account: oaId }, value: messages })),
  );
  metrics.gauge('outbox_oldest_seconds', async () =>
    (await outbox.waiting()).map(({ oaId, oldestAt }) => ({ labels: { account: oaId }, value: since(oldestAt) })),
  );
  metrics.gauge('announcement_messages_waiting', async () =>
    (await sources.deliveries.waiting()).map(({ oaId, messages }) => ({ labels: { account: oaId }, value: messages })),
  );
  metrics.gauge('alarms_active', async () =>
    (await alarms.active()).map(({ kind, subject }) => ({ labels: { kind, subject }, value: 1 })),
  );
  metrics.gauge('oa_token_age_seconds', () => readTokens(sources, ({ obtainedAt }) => since(obtainedAt)));
  metrics.gauge('oa_token_refused', () => readTokens(sources, ({ refused }) => (refused ? 1 : 0)));
}

async function readTokens(
  { store, oaIds }: GaugeSources,
  value: (pair: { readonly obtainedAt: number; readonly refused: boolean }) => number,
): Promise<Reading[]> {
  const pairs = await Promise.all(oaIds.map(async (account) => ({ account, pair: await store.read(account) })));
  return pairs.flatMap(({ account, pair }) => (pair === null ? [] : [{ labels: { account }, value: value(pair) }]));
}
