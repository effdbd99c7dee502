import { type RefObject, useEffect, useRef } from 'react';

/** For a heading that takes the place of what was pressed: it gets the focus once, and is read out. Give it tabIndex -1. */
export function useFocusOnArrival<T extends HTMLElement>(): RefObject<T> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
