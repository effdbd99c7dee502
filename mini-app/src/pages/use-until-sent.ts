import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useEffect } from 'react';
import type { Reading } from '../reading/reading.ts';

const LOOK_AGAIN_MS = 3_000;
/** The telephone's clock may be wrong by so much. */
const SOON_MS = 2 * 60_000;

/** One whose time has come is taken up by the server a moment later: looked at again until it is. */
export function useUntilSent(reading: Reading<BroadcastReply>): void {
  const isSoon = reading.kind === 'shown' && isDue(reading.data);
  const refresh = reading.kind === 'shown' ? reading.refresh : null;
  useEffect(() => {
    if (!isSoon || refresh === null) return;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isSoon, refresh]);
}

function isDue({ state, send_at }: BroadcastReply): boolean {
  return state === 'scheduled' && (send_at === null || Date.parse(send_at) - Date.now() < SOON_MS);
}
