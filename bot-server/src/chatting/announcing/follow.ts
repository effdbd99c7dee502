import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import { announcerOf } from './begin.ts';
import { isOut } from './show-draft.ts';
import * as texts from './texts.ts';

/** "Thông báo của tôi", "ai chưa nhận": the last one that was sent or is on its way, and the draft begun since. */
export async function followOwn(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const announcer = await announcerOf(deps, talk);
  if (announcer === null) return say(talk, texts.NOT_ANNOUNCER);
  const own = await deps.announcing.own(talk.thread, announcer.ward);
  const last = own.find(({ state }) => state !== 'draft');
  const draft = own.find(({ state }) => state === 'draft');
  if (last !== undefined) return follow(deps, talk, at, last, draft);
  if (draft === undefined) return say(talk, texts.NONE_OWN);
  return present(talk, at, { kind: 'announce_progress', id: draft.id }, `${texts.waits(draft)}\n${texts.IF_WANTED}`, {
    options: [toDraft(draft)],
  });
}

/** How far one has come. */
export async function showProgress(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id }: ScreenOf<'announce_progress'>,
): Promise<Talk> {
  const one = await deps.announcing.see(talk.thread, id);
  return one === null ? conclude(talk, texts.NONE_OWN) : follow(deps, talk, at, one, undefined);
}

async function follow(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  one: Broadcast,
  draft: Broadcast | undefined,
): Promise<Talk> {
  const progress = isOut(one) ? await deps.announcing.progress(talk.thread, one.id) : null;
  const text = progress === null ? texts.waits(one) : texts.progress(progress);
  const options = [...doable(one), ...(draft === undefined ? [] : [toDraft(draft)])];
  const whole = options.length === 0 ? text : `${text}\n${texts.IF_WANTED}`;
  return present(talk, at, { kind: 'announce_progress', id: one.id }, whole, { options });
}

function doable({ id, state, version }: Broadcast): Option[] {
  const end = (label: string): Option => ({ label, to: { kind: 'announce_stop', id, version } });
  if (state === 'sending') return [end(texts.STOP)];
  if (state === 'scheduled' || state === 'awaiting_approval') return [end(texts.CANCEL)];
  if (state !== 'returned' && state !== 'draft') return [];
  return [{ label: texts.SEE_AND_SEND, to: { kind: 'announcement', id } }];
}

function toDraft({ id }: Broadcast): Option {
  return { label: texts.GO_ON_DRAFT, to: { kind: 'announcement', id } };
}

const ENDABLE: readonly Broadcast['state'][] = ['sending', 'scheduled', 'awaiting_approval'];

/** "Dừng gửi": which one it would be, and whether they mean it. What is being sent comes before what waits. */
export async function askStop(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const announcer = await announcerOf(deps, talk);
  if (announcer === null) return say(talk, texts.NOT_ANNOUNCER);
  const own = await deps.announcing.own(talk.thread, announcer.ward);
  const one = ENDABLE.map((state) => own.find((each) => each.state === state)).find((each) => each !== undefined);
  if (one === undefined) return say(talk, texts.NOTHING_RUNS);
  const options: Option[] = [...doable(one), { label: texts.LEAVE, to: { kind: 'announce_progress', id: one.id } }];
  return present(talk, at, { kind: 'announce_progress', id: one.id }, texts.askStop(one), { options });
}

export async function stopOne(deps: ChatDeps, talk: Talk, { id, version }: ScreenOf<'announce_stop'>): Promise<Talk> {
  const done = await deps.announcing.end(talk.thread, id, version);
  return conclude(talk, done.kind === 'done' ? texts.ended(done.broadcast) : done.why);
}
