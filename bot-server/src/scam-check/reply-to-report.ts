import { adviceOn } from './advice.ts';
import { checkText, type ScamReading } from './check-text.ts';
import type { ScamSigns } from './compile-signs.ts';
import type { FoundSign } from './find-signs.ts';
import { readRequest } from './read-request.ts';

/** `clarify`: the message itself is asked for. */
export interface ScamReply {
  readonly outcome: 'handoff' | 'clarify';
  readonly text: string;
}

/** More are no help in a chat. */
const MOST_SIGNS = 3;
const LONGEST_QUOTE = 40;

/**
 * The reply in a chat to somebody who pastes a suspicious message, or tells of one: what gives it away, what to do, where to
 * report it.
 */
export function replyToReport(typed: string, signs: ScamSigns, announcementCode: string | null): ScamReply {
  const { advice } = signs.file;
  const { isAsked, message } = readRequest(typed, signs);
  if (message === null) return { outcome: 'clarify', text: advice.paste };
  const reading = checkText(message, signs);
  const [, ...what] = adviceOn(reading, signs, announcementCode);
  const lines = [opening(reading, isAsked, signs), told(reading.signs), ...what];
  return { outcome: 'handoff', text: lines.filter(Boolean).join('\n') };
}

function opening({ verdict }: ScamReading, isAsked: boolean, { file }: ScamSigns): string {
  if (verdict !== 'no_signs') return file.advice.careful[verdict];
  return isAsked ? file.advice.no_signs.text : file.advice.report;
}

function told(signs: readonly FoundSign[]): string {
  if (signs.length === 0) return '';
  return `Dấu hiệu: ${signs.slice(0, MOST_SIGNS).map(inWords).join('; ')}.`;
}

/** An address is never repeated: a chat would make a link of it again. */
function inWords({ name, found }: FoundSign): string {
  const isPlain = !/[./@\\]/.test(found) && found.length <= LONGEST_QUOTE;
  return isPlain ? `${name} (“${found}”)` : name;
}
