import { present } from '../activity.ts';
import type { Talk } from '../talk.ts';
import * as texts from './texts.ts';

/** Asks for the text of a suspicious message. */
export function askForMessage(talk: Talk, at: number): Talk {
  return present(talk, at, { kind: 'check_message' }, texts.PASTE_IT);
}
