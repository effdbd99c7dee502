import type { Complaints, SendingDraft } from './sending-draft.ts';

/** What every part of the form is given. */
export interface FormPartProps {
  readonly draft: SendingDraft;
  readonly complaints: Complaints;
  readonly set: (change: Partial<SendingDraft>) => void;
}
