import type { ChatThread } from '@phuong-so/shared/domain/chat';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import { hasChoices } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import type { LineContext } from '../read-line.ts';
import type { Turn } from '../read-turn.ts';
import { saysOnly } from '../says-only.ts';
import { type Asked, mayReply, readAnnounce } from './read-announcing-line.ts';

/** What lines of announcements are read by. Asks the state only where a line may be one. `at`: epoch ms. */
export async function announcingContext(
  deps: ChatDeps,
  thread: ChatThread,
  turn: Turn,
  at: number,
): Promise<Pick<LineContext, 'mayAnnounce' | 'asked'>> {
  return { mayAnnounce: await mayAnnounce(deps, thread, turn), asked: await askedOf(deps, thread, turn, at) };
}

/** Looked up only where a line would mean something else of somebody who may. */
async function mayAnnounce({ announcing, language, settings }: ChatDeps, thread: ChatThread, { said }: Turn) {
  const isOpen = said.some(({ text }) => text !== null && isForAnnouncers(text, language));
  return isOpen && (await announcing.announcer(thread, settings.ward)) !== null;
}

function isForAnnouncers(text: string, language: LanguageData): boolean {
  const commands = ['own_announcements', 'stop_sending'] as const;
  return readAnnounce(text, language) !== null || commands.some((cue) => saysOnly(text, cue, language));
}

/** The announcement that a line of this turn may answer: the newest, and by number only where no newer list stands. */
async function askedOf(
  { notices, language }: ChatDeps,
  thread: ChatThread,
  { said }: Turn,
  at: number,
): Promise<Asked | null> {
  const answers = said.filter(({ text }) => text !== null && mayReply(text, language));
  const quoted = answers.findLast(({ quotedMessageId }) => quotedMessageId !== null)?.quotedMessageId ?? null;
  const last = answers.length === 0 ? null : await notices.last(thread, at, { asking: true, quoted });
  if (last === null || last.asks === 'none') return null;
  const { asks, inChat, isQuoted } = last;
  const listAt = hasChoices(thread, at) ? (thread.choicesAt ?? 0) : 0;
  const freshAt = Math.max(last.at, last.answeredAt ?? 0);
  const isLast = freshAt >= (thread.lastMessageAt ?? 0) && freshAt > listAt;
  return { asks, byNumber: inChat && (isQuoted || last.at > listAt), byShortWord: inChat && (isQuoted || isLast) };
}
