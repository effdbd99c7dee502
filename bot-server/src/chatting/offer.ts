import { type Option, offering } from './activity.ts';
import { comingClasses } from './classes/find.ts';
import type { ChatDeps } from './deps.ts';
import { answerableQuestions } from './menu.ts';
import { say, type Talk } from './talk.ts';
import * as texts from './texts.ts';
import { wardChoices, wardOf } from './wards.ts';

/** A list longer than this is no help on a telephone. */
const MOST_WARDS = 20;

/** Asks which ward is meant, by number or by name. `after`: a last line. */
export function offerWards(deps: ChatDeps, talk: Talk, after = ''): Talk {
  const choices = wardChoices(deps).map(({ label }) => label);
  if (choices.length > MOST_WARDS) return say(talk, [texts.NAME_YOUR_WARD, after].filter(Boolean).join('\n'));
  return say(talk, texts.WHICH_WARD, { choices, end: after });
}

/** What the assistant can do here: questions that the plan answers, what else there is, and the way to an official. */
export async function offerMenu(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const ward = wardOf(deps, talk.thread);
  if (ward === null) return offerWards(deps, talk);
  const questions = (await answerableQuestions(deps, ward)).map((label): Option => ({ label, to: null }));
  const options = [...questions, ...(await activities(deps, talk, ward, at)), { label: texts.MEET_OFFICIAL, to: null }];
  const end = [texts.MENU_END, wardChoices(deps).length > 0 ? texts.MENU_OTHER_WARD : ''].filter(Boolean).join('\n');
  return say(talk, texts.MENU, { ...offering(options), end });
}

/** Those that lead to something: a class is offered where one is coming. */
async function activities(deps: ChatDeps, talk: Talk, ward: string, at: number): Promise<Option[]> {
  const { library } = deps;
  const hasClasses = (await comingClasses(deps, talk, at)).length > 0;
  const all: readonly (Option & { readonly isThere: boolean })[] = [
    { label: texts.MENU_PROCEDURES, to: { kind: 'procedure_fields' }, isThere: library.services(ward).length > 0 },
    { label: texts.MENU_STUDY, to: { kind: 'courses', from: 0 }, isThere: library.courses.length > 0 },
    { label: texts.MENU_CLASSES, to: { kind: 'classes' }, isThere: hasClasses },
    { label: texts.MENU_CHECK, to: { kind: 'check_message' }, isThere: true },
  ];
  return all.filter(({ isThere }) => isThere).map(({ label, to }) => ({ label, to }));
}
