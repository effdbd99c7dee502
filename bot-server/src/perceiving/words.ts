import { maskPersonal } from '@phuong-so/shared/text/mask-personal';

/** As much as a chat message holds. In UTF-16 units. */
const LONGEST = 2_000;

/** Words that a server heard or read, as if somebody had typed them: masked, without empty lines; null where there are none. */
export function asTyped(words: string): string | null {
  const lines = words.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  const text = lines.filter(Boolean).join('\n').slice(0, LONGEST);
  return /[\p{L}\p{N}]/u.test(text) ? maskPersonal(text) : null;
}
