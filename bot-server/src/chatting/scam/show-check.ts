import { conclude, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import * as texts from './texts.ts';

/** Asks for the text of a suspicious message. */
export function askForMessage(talk: Talk, at: number): Talk {
  return present(talk, at, { kind: 'check_message' }, texts.PASTE_IT);
}

/** What the rules see in the text; never that it is safe. The text is kept nowhere. */
export function checkText({ checkMessage }: ChatDeps, talk: Talk, text: string): Talk {
  if (checkMessage === null) return talk;
  return conclude(talk, texts.checked(checkMessage(text)), [
    { label: texts.CHECK_ANOTHER, to: { kind: 'check_message' } },
  ]);
}
