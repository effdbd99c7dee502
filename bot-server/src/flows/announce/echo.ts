import type { AnnouncementKind, Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { RefusalReason } from '../../announcements/refusals.ts';
import type { Answer, NoticeChoices, WrongReason } from '../../ports/notice-wishes.ts';
import { type AnnounceDeps, refuse } from './deps.ts';

/** A resident: their id is that of `Resident`, a subject of the app or what `Audience.idOfChat` gives for a chat. */
export interface Recipient {
  readonly id: string;
  /** Where they have said to live; null = not said. */
  readonly ward: string | null;
  readonly group: string | null;
  readonly demo: boolean;
}

export type Echo =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** An answer to what an announcement asks; again replaces it. `people`: how many come, the person included; 1 where not said. */
export async function answerAnnouncement(
  deps: AnnounceDeps,
  recipient: Recipient,
  id: string,
  given: { readonly answer: Answer['answer']; readonly people: number | null },
): Promise<Echo> {
  const one = await publishedFor(deps, recipient, id);
  if (typeof one === 'string') return refuse(one);
  if (one.asks === 'none') return refuse('not_asked');
  if ((one.asks === 'confirm_read') !== (given.answer === 'read')) return refuse('answer_unfit');
  const at = deps.clock.now().getTime();
  if (one.asks === 'attending' && one.event !== null && one.event.startsAt <= at) return refuse('event_begun');
  const people = given.answer === 'yes' ? (given.people ?? 1) : given.answer === 'read' ? 1 : 0;
  const answer = { answer: given.answer, people, at };
  await deps.wishes.answer(one.id, recipient.id, answer);
  return { kind: 'done', answer };
}

/** "Tin này sai". null = noted; again replaces the reason. */
export async function reportWrong(
  deps: AnnounceDeps,
  recipient: Recipient,
  id: string,
  why: WrongReason,
): Promise<RefusalReason | null> {
  const one = await publishedFor(deps, { ...recipient, ward: null, group: null }, id);
  if (typeof one === 'string') return one;
  await deps.wishes.reportWrong(one.id, recipient.id, why, deps.clock.now().getTime());
  return null;
}

/** Mutes one kind or lets it come again; the other choices stay. */
export async function muteKind(
  { wishes, clock }: AnnounceDeps,
  { id }: Recipient,
  kind: AnnouncementKind,
  muted: boolean,
): Promise<NoticeChoices> {
  const before = await wishes.choices(id);
  const others = before.muted.filter((one) => one !== kind);
  const after = { ...before, muted: muted ? [...others, kind] : others };
  await wishes.choose(id, after, clock.now().getTime());
  return after;
}

/** The broadcast, once it is out; for whoever has said to live elsewhere it is not. */
async function publishedFor(
  { broadcasts }: AnnounceDeps,
  { ward, group, demo }: Recipient,
  id: string,
): Promise<Broadcast | RefusalReason> {
  const one = await broadcasts.byId(id);
  const isOut = one !== null && (one.state === 'sending' || one.state === 'sent' || one.state === 'stopped');
  // Whoever only tries things out does not count among those who really answer.
  if (!isOut || (demo && !one.demo)) return 'not_found';
  const isElsewhere = ward !== null && ward !== one.ward;
  const isOtherGroup = group !== null && one.groups.length > 0 && !one.groups.includes(group);
  return isElsewhere || isOtherGroup ? 'not_for_you' : one;
}
