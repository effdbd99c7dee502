import { type FormEvent, useId, useState } from 'react';

/** Letters that the server reads. */
export const LONGEST_MESSAGE = 5000;

interface CheckFormProps {
  readonly busy: boolean;
  readonly onCheck: (text: string) => void;
}

/** Where a message or a code is pasted. Too long a text is said to be so, never cut in silence. */
export function CheckForm({ busy, onCheck }: CheckFormProps) {
  const [text, setText] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = complaintAbout(text);
    setComplaint(wrong);
    if (wrong === null) onCheck(text.trim());
  };
  return (
    <form className="field check-form" onSubmit={submit}>
      <label htmlFor={id}>Tin nhắn hoặc mã cần kiểm tra</label>
      <p id={`${id}-help`} className="check-form__help">
        Bấm giữ vào ô, chọn “Dán”. Nhiều nhất {LONGEST_MESSAGE.toLocaleString('vi-VN')} chữ cái. Tin chỉ dùng để kiểm
        tra rồi bỏ, không được lưu lại.
      </p>
      <textarea
        id={id}
        rows={6}
        value={text}
        aria-describedby={`${id}-help ${id}-wrong`}
        aria-invalid={complaint !== null}
        autoComplete="off"
        placeholder="Dán tin nhắn, hoặc gõ mã như TB-7K2M9"
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-wrong`} className="check-form__wrong" role="alert">
        {complaint}
      </p>
      <div className="check-form__buttons">
        <button type="submit" className="button button--primary" disabled={busy}>
          {busy ? 'Đang kiểm tra…' : 'Kiểm tra'}
        </button>
        {text !== '' && (
          <button type="button" className="button button--quiet" onClick={() => setText('')}>
            Xóa ô này
          </button>
        )}
      </div>
    </form>
  );
}

function complaintAbout(text: string): string | null {
  const length = text.trim().length;
  if (length === 0) return 'Xin dán tin nhắn hoặc gõ mã vào ô trên.';
  if (length <= LONGEST_MESSAGE) return null;
  const over = (length - LONGEST_MESSAGE).toLocaleString('vi-VN');
  return `Tin dài quá ${over} chữ cái. Xin chỉ dán phần chính của tin.`;
}
