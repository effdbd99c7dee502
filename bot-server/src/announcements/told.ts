import { type Broadcast, isEmergency } from '@phuong-so/shared/domain/broadcast';
import type { Wording } from '../ports/broadcasts.ts';
import type { Told } from './message-text.ts';

/** What is not in the words themselves. */
export interface Around extends Pick<Told, 'ward' | 'corrects' | 'attachment' | 'link'> {}

/** What is said of a broadcast in these words. */
export function toldOf(broadcast: Broadcast, { title, body, event }: Wording, around: Around): Told {
  const { sender, code } = broadcast;
  return { title, body, event, sender, code, emergency: isEmergency(broadcast), ...around };
}
