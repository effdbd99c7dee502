import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';
import { periodsUntil } from './value-words.ts';

export interface TypedValue {
  readonly period: string;
  readonly value: string;
  readonly source: string;
  readonly note: string;
}

interface ValueFormProps {
  /** ISO day. */
  readonly asOf: string;
  readonly act: Act;
  readonly onSend: (typed: TypedValue) => Promise<void>;
}

/** A figure, of what period, and where it is from. */
export function ValueForm({ asOf, act: { busy, error, act }, onSend }: ValueFormProps) {
  const periods = periodsUntil(asOf);
  const [typed, setTyped] = useState<TypedValue>({ period: periods[0]?.value ?? '', value: '', source: '', note: '' });
  const [isTried, setTried] = useState(false);
  const set = (change: Partial<TypedValue>) => setTyped({ ...typed, ...change });
  const value = typed.value.trim() === '' ? 'Xin ghi kết quả.' : null;
  const source = typed.source.trim().length < 3 ? 'Xin ghi số này lấy từ đâu.' : null;
  const send = () => {
    setTried(true);
    if (value === null && source === null) void act(() => onSend(typed));
  };
  return (
    <>
      <div className="sending-fields">
        <SelectField
          label="Kỳ số liệu"
          hint="Nhập lại cùng kỳ là sửa số trước."
          options={periods}
          value={typed.period}
          onChoose={(period) => set({ period })}
        />
        <TextField
          label="Kết quả"
          hint="Ví dụ: 82,5%; 12/15; Đạt."
          maxLength={100}
          value={typed.value}
          error={isTried ? value : null}
          onChange={({ target }) => set({ value: target.value })}
        />
        <TextField
          label="Nguồn số liệu"
          hint="Ví dụ: Cổng dịch vụ công, Báo cáo số 12/BC-UBND."
          maxLength={300}
          value={typed.source}
          error={isTried ? source : null}
          onChange={({ target }) => set({ source: target.value })}
        />
        <TextArea
          label="Ghi chú"
          rows={2}
          maxLength={2000}
          value={typed.note}
          onChange={({ target }) => set({ note: target.value })}
        />
      </div>
      <ActFailure error={error} />
      <button type="button" className="button button--primary button--wide" disabled={busy} onClick={send}>
        {busy ? 'Đang gửi…' : 'Gửi số liệu'}
      </button>
    </>
  );
}
