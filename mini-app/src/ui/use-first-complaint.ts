import { type RefObject, useEffect, useRef } from 'react';

/** For the element around a form: each time somebody tried to go on, the first field with a complaint gets the focus. */
export function useFirstComplaint(attempts: number): RefObject<HTMLDivElement> {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  return form;
}
