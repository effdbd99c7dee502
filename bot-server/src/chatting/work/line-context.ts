import type { ChatThread } from '@phuong-so/shared/domain/chat';
import type { ChatDeps } from '../deps.ts';
import type { LineContext } from '../read-line.ts';
import type { Turn } from '../read-turn.ts';
import { readWorkLine } from './read-work-line.ts';

/** Whether lines of work are read. Asks the state only where a line may be one. */
export async function workContext(
  { working, language, settings }: ChatDeps,
  thread: ChatThread,
  { said }: Turn,
): Promise<Pick<LineContext, 'mayWork'>> {
  const isOpen = said.some(({ text }) => text !== null && readWorkLine(text, language) !== null);
  return { mayWork: isOpen && (await working.official(thread, settings.ward)) !== null };
}
