import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { REFUSALS } from '../../announcements/refusals.ts';
import type { CameIn, Notices } from '../../chatting/announcing/deps.ts';
import type { CameDelivery } from '../../ports/deliveries.ts';
import type { AnnounceDeps } from './deps.ts';
import { answerAnnouncement, muteKind, type Recipient, reportWrong } from './echo.ts';

/** So long somebody may still be speaking of an announcement. */
const RECENT_MS = 7 * 24 * 3_600_000;
/** Of the last so many; an older one was talked over. */
const MOST_LOOKED = 10;

/** What comes back from the person of a chat, by the rules that the Mini App has. */
export function noticesInChat(deps: AnnounceDeps): Notices {
  return {
    async last(key, at, { asking, quoted }) {
      const came = await deps.deliveries.cameTo(key, await deps.audience.idOfChat(key), at - RECENT_MS, MOST_LOOKED);
      const first = came.filter(({ messageId }) => quoted !== null && messageId === quoted);
      for (const one of [...first, ...came]) {
        const broadcast = await deps.broadcasts.byId(one.broadcastId);
        if (broadcast === null || (asking && broadcast.asks === 'none')) continue;
        return cameIn(deps, key, broadcast, one, first.includes(one));
      }
      return null;
    },
    async answer(key, id, given) {
      const echo = await answerAnnouncement(deps, await recipientOf(deps, key), id, given);
      return echo.kind === 'done' ? null : REFUSALS[echo.reason];
    },
    async reportWrong(key, id, why) {
      const reason = await reportWrong(deps, await recipientOf(deps, key), id, why);
      return reason === null ? null : REFUSALS[reason];
    },
    choices: async (key) => deps.wishes.choices(await deps.audience.idOfChat(key)),
    async choose(key, of, on) {
      const recipient = await recipientOf(deps, key);
      if (of !== 'all') return muteKind(deps, recipient, of, !on);
      const before = await deps.wishes.choices(recipient.id);
      const after = on ? { muted: [], chat: true } : { ...before, chat: false };
      await deps.wishes.choose(recipient.id, after, deps.clock.now().getTime());
      return after;
    },
  };
}

async function recipientOf({ audience, people }: AnnounceDeps, key: ThreadKey): Promise<Recipient> {
  const id = await audience.idOfChat(key);
  const person = await people.read(id);
  return { id, ward: person?.ward ?? null, group: person?.group ?? null, demo: id.startsWith('demo:') };
}

async function cameIn(
  { wishes, audience }: AnnounceDeps,
  key: ThreadKey,
  { id, title, asks }: Broadcast,
  { at, channel }: CameDelivery,
  isQuoted: boolean,
): Promise<CameIn> {
  const answer = asks === 'none' ? null : await wishes.answerOf(id, await audience.idOfChat(key));
  return { id, title, asks, at, inChat: channel === 'oa', isQuoted, answeredAt: answer?.at ?? null };
}
