import type { AnnouncingScreen } from '@phuong-so/shared/domain/chat-screen-announcing';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import { approveOne, askNote, returnOne, showReview } from './approve.ts';
import { askWords, takeDraftWords } from './begin.ts';
import { showProgress, stopOne } from './follow.ts';
import { showNotices, takeNotice, takeWrong } from './notices.ts';
import { askTime, askTo, takeEvent, takeGroup, takeKind, takeTime } from './questions.ts';
import { askWhen, dropDraft, keepDraft, sendDraft, showDraft, takeAsks, takeAt, takeWhen } from './show-draft.ts';

const KINDS: Readonly<Record<AnnouncingScreen['kind'], true>> = {
  ...{ announce_words: true, announce_to: true, announce_group: true, announce_kind: true, announce_event: true },
  ...{ announce_time: true, announcement: true, announce_asks: true, announce_when: true, announce_at: true },
  ...{ announce_send: true, announce_keep: true, announce_drop: true, announce_progress: true, announce_stop: true },
  ...{ announce_review: true, announce_approve: true, announce_return: true },
  ...{ notices: true, notice: true, notice_wrong: true },
};

export function isAnnouncing(screen: { readonly kind: string }): screen is AnnouncingScreen {
  return Object.hasOwn(KINDS, screen.kind);
}

/** Says one screen of announcements, or does what was chosen. */
export function showAnnouncing(deps: ChatDeps, talk: Talk, at: number, screen: AnnouncingScreen): Promise<Talk> | Talk {
  switch (screen.kind) {
    case 'announce_words':
      return askWords(deps, talk, at, screen);
    case 'announce_to':
      return askTo(deps, talk, at, screen);
    case 'announce_group':
      return takeGroup(deps, talk, at, screen);
    case 'announce_kind':
      return takeKind(deps, talk, at, screen);
    case 'announce_event':
      return takeEvent(deps, talk, at, screen);
    case 'announce_time':
      return askTime(deps, talk, at, screen);
    case 'announcement':
      return showDraft(deps, talk, at, screen);
    case 'announce_asks':
      return takeAsks(deps, talk, at, screen);
    case 'announce_when':
      return askWhen(talk, at, screen);
    case 'announce_at':
      return takeAt(deps, talk, at, screen);
    case 'announce_send':
      return sendDraft(deps, talk, at, screen);
    case 'announce_keep':
      return keepDraft(talk);
    case 'announce_drop':
      return dropDraft(deps, talk, screen);
    case 'announce_progress':
      return showProgress(deps, talk, at, screen);
    case 'announce_stop':
      return stopOne(deps, talk, screen);
    case 'announce_review':
      return showReview(deps, talk, at, screen);
    case 'announce_approve':
      return approveOne(deps, talk, at, screen);
    case 'announce_return':
      return askNote(talk, at, screen);
    case 'notices':
      return showNotices(deps, talk, at);
    case 'notice':
      return takeNotice(deps, talk, screen);
    case 'notice_wrong':
      return takeWrong(deps, talk, at, screen);
  }
}

/** "Quay lại": the draft, or what waits for approval. */
export function announcingBefore(screen: AnnouncingScreen): AnnouncingScreen {
  if (screen.kind === 'announce_return') return { kind: 'announce_review', id: screen.id };
  const isPart = screen.kind === 'announce_when' || screen.kind === 'announce_time' || screen.kind === 'announce_words';
  return isPart && screen.id !== null ? { kind: 'announcement', id: screen.id } : screen;
}

/** What was typed where a screen of announcements asked for words. */
export function takeAnnouncingWords(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: AnnouncingScreen,
  words: string,
): Promise<Talk> | Talk {
  switch (screen.kind) {
    case 'announce_words':
      return takeDraftWords(deps, talk, at, screen, words);
    case 'announce_time':
      return takeTime(deps, talk, at, screen, words);
    case 'announce_when':
      return takeWhen(deps, talk, at, screen, words);
    case 'announce_return':
      return returnOne(deps, talk, screen, words);
    default:
      return talk;
  }
}
