import { useRef, useState } from 'react';

export interface Act {
  readonly busy: boolean;
  /** What went wrong and what to do; null = nothing. */
  readonly error: string | null;
  /** Two presses are one: while the first is under way, another does nothing. */
  readonly act: (work: () => Promise<void>) => Promise<void>;
}

/** Something that is done at the server by a press of a button. `wordsFor`: what a failure means for the person. */
export function useAct(wordsFor: (thrown: unknown) => string, onFailed?: (thrown: unknown) => void): Act {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: string | null }>(IDLE);
  const isUnderWay = useRef(false);
  const act = async (work: () => Promise<void>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setState({ busy: true, error: null });
    try {
      await work();
      setState(IDLE);
    } catch (thrown) {
      setState({ busy: false, error: wordsFor(thrown) });
      onFailed?.(thrown);
    } finally {
      isUnderWay.current = false;
    }
  };
  return { ...state, act };
}

const IDLE = { busy: false, error: null };
