import { type Broadcast, isEmergency } from '@phuong-so/shared/domain/broadcast';
import type { Wording } from '../ports/broadcasts.ts';
import type { Told } from './message-text.ts';

/** What is said of a broadcast in these words. `ward`: what it is called, null = nobody has said. */
export function toldOf(broadcast: Broadcast, wording: Wording, ward: string | null, corrects: boolean): Told {
  const { sender, code } = broadcast;
  const { title, body, event } = wording;
  return { title, body, event, sender, code, ward, corrects, emergency: isEmergency(broadcast) };
}
