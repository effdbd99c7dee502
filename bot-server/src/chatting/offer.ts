import type { ChatDeps } from './deps.ts';
import { answerableQuestions } from './menu.ts';
import { say, type Talk } from './talk.ts';
import { MEET_OFFICIAL, MENU, MENU_END, MENU_OTHER_WARD, NAME_YOUR_WARD, WHICH_WARD } from './texts.ts';
import { wardChoices, wardOf } from './wards.ts';

/** A list longer than this is no help on a telephone. */
const MOST_WARDS = 20;

/** Asks which ward is meant, by number or by name. `after`: a last line. */
export function offerWards(deps: ChatDeps, talk: Talk, after = ''): Talk {
  const choices = wardChoices(deps).map(({ label }) => label);
  if (choices.length > MOST_WARDS) return say(talk, [NAME_YOUR_WARD, after].filter(Boolean).join('\n'));
  return say(talk, WHICH_WARD, { choices, end: after });
}

/** What the assistant can do here: questions that the plan answers, and the way to an official. */
export async function offerMenu(deps: ChatDeps, talk: Talk): Promise<Talk> {
  const ward = wardOf(deps, talk.thread);
  if (ward === null) return offerWards(deps, talk);
  const choices = [...(await answerableQuestions(deps, ward)), MEET_OFFICIAL];
  const end = [MENU_END, wardChoices(deps).length > 0 ? MENU_OTHER_WARD : ''].filter(Boolean).join('\n');
  return say(talk, MENU, { choices, end });
}
