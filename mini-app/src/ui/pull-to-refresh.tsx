import { RefreshCw } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';

/** CSS pixels that the finger goes before letting go reads again. */
const ENOUGH = 72;

interface PullToRefreshProps {
  readonly scroller: RefObject<HTMLElement>;
  readonly onRefresh: () => Promise<void>;
}

/** Pulling the page down at its top reads it again. Without a finger the "Thử lại" and tab change do the same. */
export function PullToRefresh({ scroller, onRefresh }: PullToRefreshProps) {
  const [state, setState] = useState<'rest' | 'pulled' | 'busy'>('rest');
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let from: number | null = null;
    let far = false;
    const begin = (event: TouchEvent) => {
      from = element.scrollTop <= 0 && event.touches.length === 1 ? (event.touches[0]?.clientY ?? null) : null;
      far = false;
    };
    const move = (event: TouchEvent) => {
      if (from === null) return;
      far = (event.touches[0]?.clientY ?? from) - from > ENOUGH && element.scrollTop <= 0;
      setState(far ? 'pulled' : 'rest');
    };
    const end = () => {
      from = null;
      if (!far) return setState('rest');
      far = false;
      setState('busy');
      void onRefresh().finally(() => setState('rest'));
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchmove', move, { passive: true });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [scroller, onRefresh]);
  if (state === 'rest') return null;
  return (
    <p className="pull" role="status">
      <RefreshCw aria-hidden="true" size={20} />
      {state === 'busy' ? 'Đang cập nhật…' : 'Thả tay để cập nhật'}
    </p>
  );
}
