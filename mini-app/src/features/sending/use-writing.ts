import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftStore, KeptDraft } from './draft-store.ts';
import type { SendingDraft } from './sending-draft.ts';

/** So long after the last letter the device keeps what was typed; leaving the page or the app keeps it at once. */
const KEEP_AFTER_MS = 300;

export interface Writing {
  readonly draft: KeptDraft;
  /** Something was typed that the server does not have. */
  readonly isChanged: boolean;
  readonly set: (change: Partial<SendingDraft>) => void;
  /** The words as they are at this moment. */
  readonly now: () => KeptDraft;
  /** The same, if the server does not have them; else null. */
  readonly unsaved: () => KeptDraft | null;
  /** The server has these words as this version; what was typed meanwhile stays to be saved. */
  readonly saved: (base: KeptDraft['base'], as: KeptDraft) => void;
  /** Goes on from a newer version, with these words. */
  readonly rebase: (version: number) => void;
}

interface WritingOptions {
  readonly drafts: DraftStore;
  readonly name: string;
  readonly start: KeptDraft;
  /** What the device kept from before, and the server does not have. */
  readonly startsChanged: boolean;
}

/** What stands in the fields, kept on this device while it is typed. */
export function useWriting({ drafts, name, start, startsChanged }: WritingOptions): Writing {
  const [draft, setDraft] = useState(start);
  const [isChanged, showChanged] = useState(startsChanged);
  const changed = useRef(startsChanged);
  const latest = useRef(start);
  const unkept = useRef<ReturnType<typeof setTimeout> | null>(null);

  const keepNow = useCallback(() => {
    if (unkept.current === null) return;
    clearTimeout(unkept.current);
    unkept.current = null;
    void drafts.keep(name, latest.current);
  }, [drafts, name]);

  useEffect(() => {
    // A phone may end the app without another word once it is out of sight.
    document.addEventListener('visibilitychange', keepNow);
    return () => {
      document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, [keepNow]);

  const show = (next: KeptDraft) => {
    latest.current = next;
    setDraft(next);
  };
  const setChanged = (is: boolean) => {
    changed.current = is;
    showChanged(is);
  };
  const set = (change: Partial<SendingDraft>) => {
    const { current } = latest;
    show({ ...current, fields: { ...current.fields, ...change }, changedAt: Date.now() });
    setChanged(true);
    if (unkept.current !== null) clearTimeout(unkept.current);
    unkept.current = setTimeout(keepNow, KEEP_AFTER_MS);
  };
  const saved = (base: KeptDraft['base'], as: KeptDraft) => {
    const isAll = latest.current.fields === as.fields;
    show({ ...latest.current, base });
    setChanged(!isAll);
    if (!isAll) return;
    if (unkept.current !== null) clearTimeout(unkept.current);
    unkept.current = null;
    void drafts.drop(name);
  };
  const rebase = (version: number) => {
    const { base } = latest.current;
    if (base !== null) show({ ...latest.current, base: { ...base, version } });
  };
  const unsaved = () => (changed.current ? latest.current : null);
  return { draft, isChanged, set, now: () => latest.current, unsaved, saved, rebase };
}
