import { type FormEvent, useState } from 'react';
import { ActFailure } from './act-failure.tsx';
import { TextArea } from './field.tsx';
import type { Act } from './use-act.ts';

interface DecisionFormProps {
  readonly act: Act;
  /** Words of the buttons. */
  readonly yes: string;
  readonly no: string;
  readonly noteLabel: string;
  /** Said when it is given back without a word. */
  readonly noteMissing: string;
  readonly sendBack: string;
  readonly onDecide: (yes: boolean, note: string | null) => Promise<void>;
}

/** Somebody lets it pass, or gives it back and says why. */
export function DecisionForm(props: DecisionFormProps) {
  const { act: doing, yes, no, noteLabel, noteMissing, sendBack, onDecide } = props;
  const { busy, error, act } = doing;
  const [note, setNote] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const giveBack = (event: FormEvent) => {
    event.preventDefault();
    const said = note?.trim() ?? '';
    setComplaint(said === '' ? noteMissing : null);
    if (said !== '') void act(() => onDecide(false, said));
  };
  return (
    <>
      <div className="sending-buttons">
        <button
          type="button"
          className="button button--primary"
          disabled={busy}
          onClick={() => void act(() => onDecide(true, null))}
        >
          {busy ? 'Đang ghi…' : yes}
        </button>
        {note === null && (
          <button type="button" className="button button--quiet" disabled={busy} onClick={() => setNote('')}>
            {no}
          </button>
        )}
      </div>
      {note !== null && (
        <form onSubmit={giveBack} noValidate>
          <TextArea
            label={noteLabel}
            rows={3}
            maxLength={300}
            value={note}
            error={complaint}
            onChange={({ target }) => setNote(target.value)}
          />
          <button type="submit" className="button button--quiet button--wide sending-gap" disabled={busy}>
            {sendBack}
          </button>
        </form>
      )}
      <ActFailure error={error} />
    </>
  );
}
