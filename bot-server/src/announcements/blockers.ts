import type { BroadcastContent } from '@phuong-so/shared/domain/broadcast';
import { MASKS, maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { blanksIn } from './blanks.ts';
import type { RefusalReason } from './refusals.ts';

/** What must be changed before this may go to people; [] = nothing. `now`: epoch ms, null = times are not looked at. */
export function blockersOf(
  { title, body, event, sendAt }: Pick<BroadcastContent, 'title' | 'body' | 'event' | 'sendAt'>,
  now: number | null,
): RefusalReason[] {
  const text = [title, body, event?.place ?? ''].join('\n');
  const isPast = now !== null && event !== null && event.startsAt <= Math.max(now, sendAt ?? now);
  return [
    ...(blanksIn(text).length > 0 ? (['blank_left'] as const) : []),
    ...(isPast ? (['event_past'] as const) : []),
    ...(maskPersonal(text).includes(MASKS.papers) ? (['papers_in_text'] as const) : []),
  ];
}
