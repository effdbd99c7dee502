import { type FormEvent, useEffect, useRef, useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';

interface CheckInFormProps {
  /** Scanned: it is sent at once, without another press. */
  readonly code: string | null;
  readonly onCheckIn: (code: string) => Promise<void>;
  readonly onFailed: () => void;
}

/** "Tôi đã đến lớp": by the code that the teacher's phone shows. */
export function CheckInForm({ code, onCheckIn, onFailed }: CheckInFormProps) {
  const [typed, setTyped] = useState(code ?? '');
  const { busy, error, act } = useAct(failureWords, onFailed);
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (code === null || sent.current === code) return;
    sent.current = code;
    void act(() => onCheckIn(code));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') void act(() => onCheckIn(typed.trim()));
  };
  return (
    <div className="check-in">
      <Disclosure show="Đã đến lớp? Điểm danh" hide="Để sau" startsOpen={code !== null}>
        <form onSubmit={submit}>
          <TextField
            label="Mã điểm danh"
            hint="Sáu chữ và số đang hiện trên máy của người dạy. Hoặc dùng Zalo quét mã vuông trên máy đó."
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            onChange={({ target }) => setTyped(target.value)}
          />
          <button type="submit" className="button button--primary button--wide" disabled={busy || typed.trim() === ''}>
            {busy ? 'Đang ghi…' : 'Tôi đã có mặt'}
          </button>
        </form>
      </Disclosure>
      <ActFailure error={error} />
    </div>
  );
}
