import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { type FormEvent, useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';
import { AGE_BANDS, type AgeBand } from './class-words.ts';

export interface RegisterAs {
  readonly called_name: string;
  readonly group: string | null;
  readonly age_band: AgeBand | null;
}

interface RegisterFormProps {
  readonly held: ClassReply;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly group: string | null;
  readonly onTake: (as: RegisterAs) => Promise<void>;
  readonly act: Act;
}

const LONGEST_NAME = 40;

/** The least that a class must know of somebody: what to call them. */
export function RegisterForm({ held, groups, group: chosen, onTake, act: { busy, error, act } }: RegisterFormProps) {
  const [name, setName] = useState('');
  const [group, setGroup] = useState(chosen ?? '');
  const [age, setAge] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = name.trim().length < 2;
    setComplaint(isMissing ? 'Xin ghi tên gọi, ví dụ: bác Lan.' : null);
    if (isMissing) return;
    void act(() =>
      onTake({
        called_name: name.trim(),
        group: group === '' ? null : group,
        age_band: AGE_BANDS.find(({ value }) => value === age)?.value ?? null,
      }),
    );
  };
  return (
    <Card heading={held.state === 'full' ? 'Ghi tên vào danh sách chờ' : 'Đăng ký học'}>
      <form className="class-fields" onSubmit={submit} noValidate>
        <TextField
          label="Tên gọi khi điểm danh"
          hint="Không cần họ tên đầy đủ. Tên được xóa sau lớp học 30 ngày."
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="nickname"
          error={complaint}
          onChange={({ target }) => setName(target.value)}
        />
        {groups.length > 0 && (
          <SelectField
            label="Tổ dân phố (không bắt buộc)"
            options={[{ value: '', title: 'Không ghi' }, ...groups.map(({ id, name }) => ({ value: id, title: name }))]}
            value={group}
            onChoose={setGroup}
          />
        )}
        <SelectField
          label="Tuổi (không bắt buộc)"
          hint="Chỉ để phường đếm có bao nhiêu người ở mỗi lứa tuổi."
          options={[{ value: '', title: 'Không ghi' }, ...AGE_BANDS]}
          value={age}
          onChoose={setAge}
        />
        <button type="submit" className="button button--primary button--wide" disabled={busy}>
          {busy ? 'Đang ghi tên…' : held.state === 'full' ? 'Ghi tên chờ' : 'Đăng ký'}
        </button>
      </form>
      <ActFailure error={error} />
    </Card>
  );
}
