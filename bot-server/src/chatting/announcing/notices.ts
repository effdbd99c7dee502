import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import { WRONG_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import type { NoticeChoices } from '../../ports/notice-wishes.ts';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import * as texts from './notice-texts.ts';
import type { NoticesLine } from './read-announcing-line.ts';

/** "Tắt thông báo": which kinds, by number; named ones at once. "Bật lại" alone: everything, where something is off. */
export async function wishNotices(deps: ChatDeps, talk: Talk, at: number, { on, kinds }: NoticesLine): Promise<Talk> {
  if (kinds.length === 0) return showNotices(deps, talk, at);
  for (const kind of kinds) await deps.notices.choose(talk.thread, kind, on);
  return say(talk, texts.chosen(kinds, on));
}

/** What the person is sent and what not; each number turns one over. */
export async function showNotices(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const choices = await deps.notices.choices(talk.thread);
  return present(talk, at, { kind: 'notices' }, texts.choosing(choices), { options: toChoose(choices) });
}

function toChoose({ chat, muted }: NoticeChoices): Option[] {
  const all = (on: boolean): Option => ({
    label: on ? texts.ALL_ON : texts.ALL_OFF,
    to: { kind: 'notice', of: 'all', on },
  });
  if (!chat) return [all(true)];
  const kinds = ANNOUNCEMENT_KINDS.map((of): Option => {
    const isOn = !muted.includes(of);
    return { label: texts.kindLabel(of, isOn), to: { kind: 'notice', of, on: !isOn } };
  });
  return [...kinds, all(false), ...(muted.length > 0 ? [all(true)] : [])];
}

export async function takeNotice(deps: ChatDeps, talk: Talk, { of, on }: ScreenOf<'notice'>): Promise<Talk> {
  await deps.notices.choose(talk.thread, of, on);
  return conclude(talk, texts.chosen(of === 'all' ? 'all' : [of], on));
}

/** "Tin này sai": of the announcement that came last, or that is quoted. */
export async function askWrong(deps: ChatDeps, talk: Talk, at: number, quoted: string | null): Promise<Talk> {
  const last = await deps.notices.last(talk.thread, at, { asking: false, quoted });
  if (last === null) return say(talk, texts.NOT_LISTED_LONGER);
  const { id } = last;
  const options = WRONG_REASONS.map(
    (why): Option => ({
      label: texts.WRONG_WHY[why],
      to: { kind: 'notice_wrong', id, why },
    }),
  );
  return present(talk, at, { kind: 'notice_wrong', id, why: null }, texts.askWhy(last.title), { options });
}

export async function takeWrong(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, why }: ScreenOf<'notice_wrong'>,
): Promise<Talk> {
  if (why === null) return askWrong(deps, talk, at, null);
  const fault = await deps.notices.reportWrong(talk.thread, id, why);
  if (fault !== null) return conclude(talk, fault);
  const thanks = { not_for_me: texts.NOT_FOR_ME, suspicious: texts.SUSPICIOUS } as const;
  return conclude(talk, why === 'not_for_me' || why === 'suspicious' ? thanks[why] : texts.THANKS_FOR_REPORT);
}
