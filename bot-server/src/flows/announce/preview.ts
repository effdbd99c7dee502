import { type Reach, ReachCount, waysTo } from '@phuong-so/shared/domain/audience';
import { type Broadcast, isEmergency, needsApproval } from '@phuong-so/shared/domain/broadcast';
import type { Channel } from '@phuong-so/shared/domain/delivery';
import { dueTime } from '@phuong-so/shared/domain/sending-hours';
import { blockersOf } from '../../announcements/blockers.ts';
import { forwardText, messageText } from '../../announcements/message-text.ts';
import { REFUSALS, type RefusalReason } from '../../announcements/refusals.ts';
import { toldOf } from '../../announcements/told.ts';
import { warningsOf } from '../../announcements/warnings.ts';
import { checkText } from '../../scam-check/check-text.ts';
import { aroundAnnouncement } from '../around-announcement.ts';
import type { AnnounceDeps, DeskActor } from './deps.ts';
import { seeBroadcast } from './see.ts';

/** What would happen if it were sent now. Times in epoch ms. */
export interface Preview {
  readonly broadcast: Broadcast;
  /** The exact words of each channel that the ward has. */
  readonly texts: readonly { readonly channel: Channel; readonly text: string }[];
  /** What is forwarded by hand to ordinary Zalo groups. */
  readonly forwardText: string;
  readonly reach: Reach;
  readonly on: Readonly<Record<Channel, boolean>>;
  readonly beginsAt: number;
  readonly endsAbout: number;
  readonly needsApproval: boolean;
  readonly blocked: readonly RefusalReason[];
  /** Sentences. */
  readonly warnings: readonly string[];
}

/** So many people are read at once. */
const PAGE = 1_000;

/** null where the person may not see it. Reads the whole audience, page by page. */
export async function previewBroadcast(deps: AnnounceDeps, actor: DeskActor, id: string): Promise<Preview | null> {
  const broadcast = await seeBroadcast(deps, actor, id);
  const ward = broadcast === null ? null : deps.ward(broadcast.ward);
  if (broadcast === null || ward === null) return null;
  const now = deps.clock.now().getTime();
  const reach = await countReach(deps, broadcast, now);
  const channels = deps.channels(broadcast.ward);
  const on = { feed: true, oa: channels.oa, mini_app: channels.mini_app, gmf: false, zbs: channels.zbs };
  const told = toldOf(broadcast, broadcast, await aroundAnnouncement(deps, broadcast, broadcast.revision > 0));
  const text = messageText({ ...told, corrects: false });
  const times = await whenSent(deps, broadcast, messagesOf(reach), now);
  const blocked = blockersOf(broadcast, now);
  const { signs } = checkText(`${broadcast.title}\n${broadcast.body}`, deps.scamSigns);
  return {
    ...{ broadcast, reach, on, ...times, blocked, forwardText: forwardText(told, broadcast.demo) },
    texts: (['feed', 'oa', 'mini_app', 'zbs'] as const).flatMap((channel) => (on[channel] ? [{ channel, text }] : [])),
    needsApproval: broadcast.state === 'awaiting_approval' || needsApproval(actor, broadcast, ward.approval),
    warnings: warningsOf(broadcast, { ...times, now, reach, text, risks: signs.map(({ why }) => why) }),
  };
}

/** What blocks it, as sentences. */
export const blockedSentences = ({ blocked }: Preview): string[] => blocked.map((reason) => REFUSALS[reason]);

async function countReach(deps: AnnounceDeps, { ward, groups, kind, demo }: Broadcast, now: number): Promise<Reach> {
  const channels = deps.channels(ward);
  const count = new ReachCount();
  for (let after: string | null = ''; after !== null; ) {
    const page = await deps.audience.page({ ward, groups, demo, oaIds: channels.oaIds, after, limit: PAGE });
    for (const person of page.people) count.add(waysTo(person, kind, channels, now));
    after = page.next;
  }
  return count.result();
}

/** People to whom something comes by itself. */
function messagesOf({ byChannel }: Reach): number {
  return [...byChannel].reduce((sum, [channel, people]) => (channel === 'feed' ? sum : sum + people), 0);
}

/**
 * Hours, holidays and pace as the engine keeps them; what waits already goes first, as far as it has not gone by then.
 * Nothing to send: the list of the app has it at once.
 */
async function whenSent(deps: AnnounceDeps, broadcast: Broadcast, messages: number, now: number) {
  const { perSecond } = deps;
  const begin = Math.max(now, broadcast.sendAt ?? now);
  const isHoliday = isEmergency(broadcast) ? null : deps.isHoliday;
  const spread = { begin, perSecond, isHoliday };
  if (messages === 0) return { beginsAt: begin, endsAbout: begin };
  const oaIds = new Set(deps.channels(broadcast.ward).oaIds);
  const waiting = (await deps.deliveries.waiting()).filter(({ oaId }) => oaIds.has(oaId));
  const all = waiting.reduce((sum, one) => sum + one.messages, 0);
  const gone = perSecond === null ? all : ((begin - now) / 1000) * perSecond;
  const ahead = isEmergency(broadcast) ? 0 : Math.max(0, Math.ceil(all - gone));
  return { beginsAt: dueTime(spread, 0), endsAbout: dueTime(spread, ahead + messages - 1) };
}
