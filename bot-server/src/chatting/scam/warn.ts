import { askQuestion } from '../ask-question.ts';
import type { ChatDeps } from '../deps.ts';
import type { Act, AskAct } from '../plan-acts.ts';
import { isLongReport } from '../read-line.ts';
import { TIMES } from '../settings.ts';
import { note, say, type Talk } from '../talk.ts';
import { CHECK_THIS, IF_DECEIVED } from '../texts.ts';

type At = { readonly at: number };

/** Somebody tells of a suspicious message, or has pasted one. Told of again soon, they read what to do next. */
export async function warn(deps: ChatDeps, talk: Talk, act: AskAct & At): Promise<Talk> {
  const warned = await askQuestion(deps, talk, { ...act, picked: false }, act);
  // The answer asks for the message itself.
  if (warned.outcomes.at(-1) === 'clarify') {
    return note(warned, { activity: { screen: { kind: 'check_message' }, at: act.at, away: false } });
  }
  const { warnedAt } = talk.thread;
  const again = warnedAt !== null && act.at < warnedAt + TIMES.warned && !isLongReport(act.text);
  const said = again ? say({ ...talk, outcomes: [...talk.outcomes, 'handoff'] }, IF_DECEIVED) : warned;
  return note(said, { warnedAt: act.at });
}

/** The words of the message that was asked for. Nothing of them is kept. */
export function checkPasted(deps: ChatDeps, talk: Talk, { at, text }: Act & { kind: 'words' }): Promise<Talk> {
  const words = { kind: 'ask' as const, at, text: `${CHECK_THIS} ${text}`, stop: 'scam' as const, asks: false };
  const act = { ...words, attachment: null, quotedMessageId: null };
  return warn(deps, note(talk, { activity: null, warnedAt: null }), act);
}
