import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import { announcerOf } from './begin.ts';
import * as texts from './texts.ts';

/** "Duyệt thông báo": the one that has waited longest. */
export async function reviewNext(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const announcer = await announcerOf(deps, talk);
  if (announcer === null) return say(talk, texts.NOT_ANNOUNCER);
  if (!announcer.isOfficial) return say(talk, texts.ONLY_OFFICIALS);
  const [first] = await deps.announcing.awaiting(talk.thread, announcer.ward);
  return first === undefined
    ? conclude(talk, texts.NOTHING_TO_APPROVE)
    : showReview(deps, talk, at, { kind: 'announce_review', id: first.id });
}

/** What would be sent, and to whom. */
export async function showReview(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announce_review'>,
): Promise<Talk> {
  const seen = await deps.announcing.preview(talk.thread, screen.id);
  const waiting = seen === null ? [] : await deps.announcing.awaiting(talk.thread, seen.broadcast.ward);
  if (seen === null || !waiting.some(({ id }) => id === screen.id)) return conclude(talk, texts.NOTHING_TO_APPROVE);
  const { id, version } = seen.broadcast;
  const options: Option[] = [
    { label: texts.APPROVE, to: { kind: 'announce_approve', id, version } },
    { label: texts.RETURN, to: { kind: 'announce_return', id, version } },
  ];
  const read = say(talk, texts.waitsForApproval(seen.text));
  return present(read, at, screen, texts.review(seen, waiting.length - 1), { options });
}

export async function approveOne(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, version }: ScreenOf<'announce_approve'>,
): Promise<Talk> {
  const done = await deps.announcing.decide(talk.thread, id, version, null);
  if (done.kind === 'refused') return conclude(talk, done.why);
  const others = await deps.announcing.awaiting(talk.thread, done.broadcast.ward);
  const seen = await deps.announcing.preview(talk.thread, id);
  return conclude(talk, texts.approved(done.broadcast, seen?.beginsAt ?? null, others.length > 0, at));
}

export function askNote(talk: Talk, at: number, screen: ScreenOf<'announce_return'>): Talk {
  return present(talk, at, screen, texts.WHY_RETURN);
}

/** The note that was asked for: it goes back to its writer. */
export async function returnOne(
  deps: ChatDeps,
  talk: Talk,
  { id, version }: ScreenOf<'announce_return'>,
  note: string,
): Promise<Talk> {
  const done = await deps.announcing.decide(talk.thread, id, version, note.slice(0, LONGEST_NOTE));
  return conclude(talk, done.kind === 'done' ? texts.RETURNED : done.why);
}

/** As the contract has it, in characters. */
const LONGEST_NOTE = 300;
