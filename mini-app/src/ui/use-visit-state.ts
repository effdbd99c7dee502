import { useCallback, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** What a person typed or chose on each visited page, for coming back to it. */
const kept = new Map<string, string>();
const MOST_KEPT = 50;

/** State of a page that is still there after one step back: a filter, sought words. */
export function useVisitState(name: string, initial = ''): readonly [string, (value: string) => void] {
  const { key } = useLocation();
  const [value, setValue] = useState(kept.get(`${key} ${name}`) ?? initial);
  const change = useCallback(
    (next: string) => {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(`${key} ${name}`, next);
      setValue(next);
    },
    [key, name],
  );
  return [value, change];
}
