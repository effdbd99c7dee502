import { type FormEvent, useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { type ClassDraft, complaintsAbout, EMPTY_DRAFT, type NewClassBody, toBody } from './class-draft.ts';

interface OpenClassFormProps {
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  /** Groups for whom this person may open; with `wholeWard` also for everybody. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly wholeWard: boolean;
  /** Earliest day, ISO. */
  readonly today: string;
  readonly onOpen: (body: NewClassBody) => Promise<void>;
}

const OTHER = '';

/** A class from a course as its template, or with a subject of its own. Dates and times are Vietnam's. */
export function OpenClassForm({ courses, groups, wholeWard, today, onOpen }: OpenClassFormProps) {
  const [draft, setDraft] = useState<ClassDraft>({ ...EMPTY_DRAFT, group: wholeWard ? '' : (groups[0]?.id ?? '') });
  const [complaints, setComplaints] = useState<ReturnType<typeof complaintsAbout>>({});
  const { busy, error, act } = useAct(failureWords);
  const set = (change: Partial<ClassDraft>) => setDraft((before) => ({ ...before, ...change }));
  const chooseCourse = (course: string) => {
    const title = courses.find(({ id }) => id === course)?.title;
    set(title === undefined ? { course } : { course, title });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = complaintsAbout(draft);
    setComplaints(wrong);
    if (Object.keys(wrong).length === 0) void act(() => onOpen(toBody(draft)));
  };
  const text = (name: keyof ClassDraft) => ({
    value: draft[name],
    error: complaints[name] ?? null,
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  return (
    <form className="card class-form" onSubmit={submit} noValidate>
      <SelectField
        label="Dạy theo khóa học"
        options={[{ value: OTHER, title: 'Nội dung khác' }, ...courses.map(({ id, title }) => ({ value: id, title }))]}
        value={draft.course}
        onChoose={chooseCourse}
      />
      <TextField label="Tên lớp" maxLength={120} {...text('title')} />
      <TextField label="Địa điểm" hint="Ví dụ: Nhà văn hóa tổ dân phố" maxLength={200} {...text('place')} />
      <TextField label="Ngày học" type="date" min={today} {...text('day')} />
      <TextField label="Giờ bắt đầu" type="time" {...text('from')} />
      <TextField label="Giờ kết thúc" type="time" {...text('until')} />
      <TextField label="Số chỗ" type="number" inputMode="numeric" min={1} max={500} {...text('seats')} />
      <TextField
        label="Người dạy"
        hint="Tên muốn được gọi, hoặc tên tổ công nghệ số cộng đồng"
        maxLength={120}
        {...text('teacher')}
      />
      {(wholeWard || groups.length > 1) && (
        <SelectField
          label="Lớp dành cho"
          options={[
            ...(wholeWard ? [{ value: '', title: 'Cả phường' }] : []),
            ...groups.map(({ id, name }) => ({ value: id, title: name })),
          ]}
          value={draft.group}
          onChoose={(group) => set({ group })}
        />
      )}
      {Object.keys(complaints).length > 0 && (
        <p className="field__error" role="alert">
          Còn ô chưa ghi hoặc ghi chưa đúng, xin xem lại ở trên.
        </p>
      )}
      <button type="submit" className="button button--primary button--wide" disabled={busy}>
        {busy ? 'Đang mở lớp…' : 'Mở lớp'}
      </button>
      <ActFailure error={error} />
    </form>
  );
}
