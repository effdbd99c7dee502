import type { AnnouncementKind } from './broadcast.ts';
import { type Contact, contactWindow } from './contact-window.ts';
import type { Channel, UnreachedReason } from './delivery.ts';

/** Somebody an announcement is for. Each person is one, whatever chats and apps they use. */
export interface Resident {
  /** The subject of the Mini App, or "chat:<oaId>:<userId>" of somebody who only writes in chat. */
  readonly id: string;
  /** Id of the neighbourhood group that they chose; null = unknown. */
  readonly group: string | null;
  /** Uses the Mini App with this ward chosen. */
  readonly inApp: boolean;
  readonly notifications: boolean;
  /** Their chat with the ward's account; the newest where there are several. null = none is known. */
  readonly chat: (Contact & { readonly oaId: string; readonly userId: string }) | null;
  /** Kinds that they do not want to be sent. */
  readonly muted: readonly AnnouncementKind[];
  /** False: said that the account shall send nothing unasked. */
  readonly wantsChat: boolean;
}

/** Where notifications of the Mini App wait to be sent, in the place of an account's id. */
export const MINI_APP_LANE = 'mini-app';

/** The Mini App's own id of somebody who signed in there; null for anybody else. */
export function idInMiniApp(subject: string): string | null {
  return /^zalo:([^:]+)$/.exec(subject)?.[1] ?? null;
}

/** Channels that come to a person by themselves, and whether the ward has them. */
export type ChannelsOn = Readonly<Record<'oa' | 'mini_app' | 'zbs', boolean>>;

/** One way to a person: open, or closed for a reason. */
export interface Way {
  readonly channel: Channel;
  readonly reason: UnreachedReason | null;
  /** Zalo may charge the ward for it. */
  readonly mayCost: boolean;
}

/**
 * The ways on which one announcement goes to one person: the Mini App's list, where they use it, and one that comes to
 * them: the first open one of chat, notification and template message. Where none is open, why the chat is not.
 */
export function waysTo(person: Resident, kind: AnnouncementKind, on: ChannelsOn, now: number): readonly Way[] {
  const feed: Way[] = person.inApp ? [{ channel: 'feed', reason: null, mayCost: false }] : [];
  const chat = chatWay(person, kind, on, now);
  if (chat.reason === null) return [...feed, chat];
  const isMuted = person.muted.includes(kind);
  if (!isMuted && on.mini_app && person.notifications && idInMiniApp(person.id) !== null)
    return [...feed, { channel: 'mini_app', reason: null, mayCost: false }];
  const mayTemplate = !isMuted && on.zbs && person.chat !== null && chat.reason === 'no_interaction_7_days';
  return [...feed, mayTemplate ? { channel: 'zbs', reason: null, mayCost: true } : chat];
}

function chatWay({ muted, wantsChat, chat }: Resident, kind: AnnouncementKind, on: ChannelsOn, now: number): Way {
  const closed = (reason: UnreachedReason): Way => ({ channel: 'oa', reason, mayCost: false });
  if (muted.includes(kind)) return closed('muted');
  if (!on.oa) return closed('channel_off');
  if (chat === null) return closed('not_linked');
  if (!wantsChat) return closed('no_consent');
  const window = contactWindow(chat, now);
  return window.kind === 'closed' ? closed(window.reason) : { channel: 'oa', reason: null, mayCost: !window.free };
}

/** What would happen to an audience if it were sent now. Everybody counts once, under the best way. */
export interface Reach {
  readonly people: number;
  readonly byChannel: ReadonlyMap<Channel, number>;
  /** Nothing comes to these by itself, and why; those among them who use the Mini App still find it there. */
  readonly unreached: ReadonlyMap<UnreachedReason, number>;
  /** Messages for which Zalo may charge the ward. */
  readonly mayCost: number;
}

/** Adds people up page by page. */
export class ReachCount {
  private people = 0;
  private mayCost = 0;
  private readonly byChannel = new Map<Channel, number>();
  private readonly unreached = new Map<UnreachedReason, number>();

  add(ways: readonly Way[]): void {
    this.people += 1;
    const open = ways.filter(({ reason }) => reason === null);
    const best = open.find(({ channel }) => channel !== 'feed') ?? open[0];
    if (best !== undefined) count(this.byChannel, best.channel);
    if (best?.mayCost) this.mayCost += 1;
    const closed = ways.find(({ reason }) => reason !== null)?.reason;
    if (closed && (best === undefined || best.channel === 'feed')) count(this.unreached, closed);
  }

  result(): Reach {
    const { people, byChannel, unreached, mayCost } = this;
    return { people, byChannel, unreached, mayCost };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
