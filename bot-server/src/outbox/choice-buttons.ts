import type { TextMessage } from '../ports/zalo-oa.ts';

type Button = NonNullable<TextMessage['buttons']>[number];

/** In UTF-16 units, the strictest way to count. Source: platform notes, 3.3. */
const LONGEST_TITLE = 100;
/** What is sent when a button is pressed; cut short it would be another question. Source: platform notes, 3.3. */
const LONGEST_PAYLOAD = 1_000;

/** The choices of a message as buttons; pressing one is as good as typing the choice. */
export function buttonsFor(choices: readonly string[]): readonly Button[] {
  return choices
    .filter((choice) => choice.length <= LONGEST_PAYLOAD)
    .map((choice) => ({ title: shorten(choice), text: choice }));
}

/** Whole characters only: half of a pair cannot be sent. */
function shorten(choice: string): string {
  if (choice.length <= LONGEST_TITLE) return choice;
  let title = '';
  for (const character of choice) {
    if (title.length + character.length >= LONGEST_TITLE) break;
    title += character;
  }
  return `${title.trimEnd()}…`;
}
