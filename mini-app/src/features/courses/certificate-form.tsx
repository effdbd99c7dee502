import { type FormEvent, useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { TextField } from '../../ui/field.tsx';

const SHORTEST = 2;
const LONGEST = 60;

interface CertificateFormProps {
  /** Known already; the person may change it. */
  readonly name: string;
  /** Rejects as a call in the person's name does. */
  readonly onAsk: (name: string) => Promise<void>;
}

/** The name as it is to be printed: only the person knows how. */
export function CertificateForm({ name, onAsk }: CertificateFormProps) {
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const printed = typed.trim();
    if (printed.length < SHORTEST) return setError('Xin ghi họ và tên.');
    setBusy(true);
    setError(null);
    await onAsk(printed).catch((thrown: unknown) => setError(failureWords(thrown)));
    setBusy(false);
  };
  return (
    <form className="card certificate-form" onSubmit={(event) => void send(event)} noValidate>
      <h2 className="certificate-form__title">Ghi tên trên giấy</h2>
      <TextField
        label="Họ và tên"
        hint="Ghi đủ dấu, như muốn in. Ai có mã của giấy đều xem được tên này."
        error={error}
        value={typed}
        maxLength={LONGEST}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button button--primary button--wide certificate-form__send" disabled={isBusy}>
        {isBusy ? 'Đang làm giấy…' : 'Nhận giấy chứng nhận'}
      </button>
    </form>
  );
}
