import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { NEW_DRAFT } from '../features/sending/draft-store.ts';
import { type Complaints, complaintsAbout } from '../features/sending/sending-draft.ts';
import { isConflict } from '../features/sending/sending-failure.ts';
import type { Writing } from '../features/sending/use-writing.ts';
import { failureWords } from '../session/call-failure.ts';
import { useAct } from '../ui/use-act.ts';
import { pageAddress } from './addresses.ts';
import { saveDraft } from './save-draft.ts';
import { sendUpTo } from './send-up.ts';
import type { Services } from './services.ts';
import { useShowBroadcast } from './use-broadcast.ts';

/** Told to the preview: it stands in the place of the page for writing. */
export const WRITTEN = 'written';

interface WriteActsOptions {
  readonly services: Services;
  /** Key of the ward. */
  readonly ward: string;
  /** Under which the device keeps it. */
  readonly name: string;
  readonly writing: Writing;
  readonly isScheduled: boolean;
}

/** What is done at the server with an announcement that is being written. */
export function useWriteActs({ services, ward, name, writing, isScheduled }: WriteActsOptions) {
  const { session } = services;
  const navigate = useNavigate();
  const show = useShowBroadcast(services);
  const [isConflicting, setConflicting] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const { busy, error, act } = useAct(failureWords, (thrown) => setConflicting(isConflict(thrown)));
  const complain = (): Complaints => complaintsAbout(writing.now().fields, new Date().toISOString());

  const save = async () => {
    const as = writing.now();
    const saved = await saveDraft(session, ward, as);
    writing.saved({ id: saved.id, version: saved.version }, as);
    await show(saved);
    return saved;
  };
  /** The server has it under its own address now; going back leads there. */
  const nameIt = (id: string) => {
    if (name === NEW_DRAFT) navigate(pageAddress('writeSending', { id }), { replace: true });
  };
  const goOn = () => {
    setAttempts(attempts + 1);
    if (Object.keys(complain()).length > 0) return;
    void act(async () => {
      const { base } = writing.now();
      const { id } = base === null || writing.unsaved() !== null ? await save() : base;
      const next = isScheduled ? 'oneSending' : 'previewSending';
      // In the place of this page: when it has been sent, going back does not lead to a form that is over.
      navigate(pageAddress(next, { id }), { replace: true, state: WRITTEN });
    });
  };
  const saveNow = () => void act(async () => nameIt((await save()).id));
  /** On from what somebody else made of it, with these words. */
  const keepMine = () =>
    void act(async () => {
      const { base } = writing.now();
      if (base === null) return;
      const newest = await session.call(BROADCAST_ENDPOINTS.broadcast, { path: { id: base.id } });
      writing.rebase(newest.version);
      setConflicting(false);
      await save();
    });
  const upload = sendUpTo(session, ward);
  const complaints = attempts > 0 ? complain() : {};
  return { busy, error, complaints, attempts, isConflicting, save, goOn, saveNow, keepMine, upload };
}
