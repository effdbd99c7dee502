import type { ChatStore } from '../ports/chat-store.ts';
import type { People } from '../ports/people.ts';

export interface EraseDeps {
  readonly people: People;
  readonly chats: Pick<ChatStore, 'erase'>;
}

/**
 * Removes everything that is kept of a person of the Mini App: their proven chats first, then themselves. Repeating it is
 * harmless, so whoever was interrupted asks again. What was removed is off the disk when it resolves.
 */
export async function erasePerson({ people, chats }: EraseDeps, subject: string): Promise<void> {
  for (const key of await people.chats(subject)) await chats.erase(key);
  await people.erase(subject);
}

/**
 * Zalo says that the person took their consent back at that moment (`day`: "2026-11-21", in Vietnam). Zalo may say so more
 * than once: who became known on a later day has agreed anew since, and stays. False when there was nothing to erase for that reason.
 */
export async function eraseAfterRevocation(deps: EraseDeps, subject: string, day: string): Promise<boolean> {
  const person = await deps.people.read(subject);
  if (person !== null && person.createdDay > day) return false;
  await erasePerson(deps, subject);
  return true;
}
