import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import { activityOf, conclude, hasChoices } from './activity.ts';
import type { ChatDeps } from './deps.ts';
import { offerMenu } from './offer.ts';
import type { Act } from './plan-acts.ts';
import * as texts from './screen-texts.ts';
import { screenAfter, screenBefore, show } from './show.ts';
import { resumedCourse } from './studying/standing.ts';
import { say, type Talk } from './talk.ts';

/** Screens that are read, so that "ok" means that they were. */
const READ: ReadonlySet<ChatScreen['kind']> = new Set(['lesson', 'procedure_part', 'practice']);
const STEPS: ReadonlySet<Act['kind']> = new Set(['pick', 'next', 'done', 'again', 'back', 'stop', 'words']);

/** Whether the act means the screen that stands in the chat. */
export function isStep({ kind }: Act): boolean {
  return STEPS.has(kind);
}

/**
 * "Tiếp": the next screen; back to the one that was left; where the person is in the middle of nothing, the course that they
 * have begun, or else the menu. "Xong", "ok": the same for what was to be read, and nothing otherwise.
 */
export async function goOn(deps: ChatDeps, talk: Talk, { at, kind }: Act): Promise<Talk> {
  const activity = activityOf(talk.thread, at);
  if (kind === 'done' && (activity === null || !READ.has(activity.screen.kind))) return talk;
  if (activity === null) {
    const isChoosing = hasChoices(talk.thread, at) && talk.thread.choiceScreens.some((screen) => screen !== null);
    if (isChoosing) return say(talk, texts.CHOOSE_NUMBER);
    const course = await resumedCourse(deps, talk.thread);
    return course === null ? offerMenu(deps, talk, at) : show(deps, talk, at, { kind: 'course', course });
  }
  if (activity.away) return show(deps, talk, at, activity.screen);
  const next = screenAfter(deps, talk, activity.screen);
  if (next !== null) return show(deps, talk, at, next);
  return talk.thread.choices.length > 0 ? say(talk, texts.CHOOSE_NUMBER) : show(deps, talk, at, activity.screen);
}

/** "Lại": the same screen once more. */
export async function again(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const activity = activityOf(talk.thread, at);
  return activity === null ? offerMenu(deps, talk, at) : show(deps, talk, at, activity.screen);
}

/** "Quay lại": the screen before; from somewhere else, the one that was left. */
export async function back(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const activity = activityOf(talk.thread, at);
  if (activity === null) return offerMenu(deps, talk, at);
  return show(deps, talk, at, activity.away ? activity.screen : screenBefore(activity.screen));
}

/** "Nghỉ": kindly, and with the word that comes back where there is one. */
export function stop(talk: Talk, at: number): Talk {
  const activity = activityOf(talk.thread, at);
  return activity === null ? talk : conclude(talk, texts.stopped(activity.screen));
}
