import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import type { Done, Outlook } from './deps.ts';
import { readWhen } from './read-when.ts';
import * as texts from './texts.ts';

/** As people will get it, whom it reaches and when, and by number what can be done. Nothing goes without the first of them. */
export async function showDraft(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announcement'>,
): Promise<Talk> {
  const seen = await deps.announcing.preview(talk.thread, screen.id);
  if (seen === null) return conclude(talk, texts.NONE_OWN);
  const { state } = seen.broadcast;
  if (state !== 'draft' && state !== 'returned')
    return present(talk, at, { kind: 'announce_progress', id: screen.id }, texts.waits(seen.broadcast));
  const read = say(talk, texts.readThis(seen.text));
  return present(read, at, screen, texts.outlook(seen, at), { options: choices(seen) });
}

function choices({ broadcast, blocked, needsApproval }: Outlook): Option[] {
  const { id, version, asks, sendAt } = broadcast;
  const send: Option = {
    label: needsApproval ? texts.SEND_FOR_APPROVAL : texts.SEND,
    to: { kind: 'announce_send', id, version },
  };
  const isAsking = asks === 'attending';
  return [
    ...(blocked.length === 0 ? [send] : []),
    { label: texts.NEW_WORDS, to: { kind: 'announce_words', id } },
    {
      label: isAsking ? texts.ASK_NOTHING : texts.ASK_ATTENDING,
      to: { kind: 'announce_asks', id, asks: isAsking ? 'none' : 'attending' },
    },
    { label: sendAt === null ? texts.SET_TIME : texts.CHANGE_TIME, to: { kind: 'announce_when', id } },
    { label: texts.KEEP_DRAFT, to: { kind: 'announce_keep', id } },
    { label: texts.DROP, to: { kind: 'announce_drop', id, version } },
  ];
}

export async function takeAsks(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, asks }: ScreenOf<'announce_asks'>,
): Promise<Talk> {
  return shown(deps, talk, at, await deps.announcing.change(talk.thread, id, { asks }));
}

/** Asks when it is to go. */
export function askWhen(talk: Talk, at: number, screen: ScreenOf<'announce_when'>): Talk {
  return present(talk, at, screen, texts.SEND_WHEN, { options: [sendNow(screen)] });
}

/** The moment that was typed; where it may be several, they are to choose from. */
export async function takeWhen(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announce_when'>,
  typed: string,
): Promise<Talk> {
  const when = readWhen(typed, at);
  if (when.kind === 'sure') return takeAt(deps, talk, at, { kind: 'announce_at', id: screen.id, sendAt: when.at });
  const moments = when.kind === 'unclear' ? when.candidates : [];
  const options = moments.map(
    (sendAt): Option => ({
      label: texts.momentLabel(sendAt),
      to: { kind: 'announce_at', id: screen.id, sendAt },
    }),
  );
  const text = moments.length > 0 ? texts.WHICH_TIME : texts.TIME_NOT_READ;
  return present(talk, at, screen, text, { options: [...options, ...(moments.length > 0 ? [] : [sendNow(screen)])] });
}

function sendNow({ id }: ScreenOf<'announce_when'>): Option {
  return { label: texts.SEND_NOW, to: { kind: 'announce_at', id, sendAt: null } };
}

export async function takeAt(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, sendAt }: ScreenOf<'announce_at'>,
): Promise<Talk> {
  return shown(deps, talk, at, await deps.announcing.change(talk.thread, id, { sendAt }));
}

function shown(deps: ChatDeps, talk: Talk, at: number, done: Done): Promise<Talk> | Talk {
  if (done.kind === 'refused') return conclude(talk, done.why);
  return showDraft(deps, talk, at, { kind: 'announcement', id: done.broadcast.id });
}

/** "Gửi" was chosen. What has changed since it was shown is not sent. */
export async function sendDraft(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, version }: ScreenOf<'announce_send'>,
): Promise<Talk> {
  const done = await deps.announcing.send(talk.thread, id, version);
  if (done.kind === 'refused') return conclude(talk, done.why);
  const seen = await deps.announcing.preview(talk.thread, id);
  return conclude(talk, texts.sent(done.broadcast, seen?.beginsAt ?? null, at));
}

export function keepDraft(talk: Talk): Talk {
  return conclude(talk, texts.KEPT);
}

export async function dropDraft(deps: ChatDeps, talk: Talk, { id, version }: ScreenOf<'announce_drop'>): Promise<Talk> {
  const done = await deps.announcing.end(talk.thread, id, version);
  return conclude(talk, done.kind === 'done' ? texts.DROPPED : done.why);
}

/** Whether it has left its writer's hands. */
export function isOut({ state }: Broadcast): boolean {
  return state === 'sending' || state === 'sent' || state === 'stopped';
}
