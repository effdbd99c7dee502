/** What stands in the form's fields. */
export interface ClassDraft {
  readonly course: string;
  readonly title: string;
  readonly place: string;
  /** "2026-11-28". */
  readonly day: string;
  /** "14:00", in Vietnam. */
  readonly from: string;
  readonly until: string;
  readonly seats: string;
  readonly teacher: string;
  /** Empty = the whole ward. */
  readonly group: string;
}

export const EMPTY_DRAFT: ClassDraft = {
  ...{ course: '', title: '', place: '', day: '', from: '', until: '', seats: '', teacher: '', group: '' },
};

export interface NewClassBody {
  readonly group: string | null;
  readonly course: string | null;
  readonly title: string;
  readonly place: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly seats: number;
  readonly teacher: string;
}

const MOST_SEATS = 500;

/** By field, in words that say what to write. */
export function complaintsAbout(draft: ClassDraft): Partial<Record<keyof ClassDraft, string>> {
  const { title, place, day, from, until, seats, teacher } = draft;
  const count = Number(seats);
  const isBackwards = from !== '' && until !== '' && until <= from;
  return {
    ...(title.trim().length < 2 && { title: 'Xin ghi tên lớp.' }),
    ...(place.trim().length < 2 && { place: 'Xin ghi nơi học.' }),
    ...(day === '' && { day: 'Xin chọn ngày học.' }),
    ...(from === '' && { from: 'Xin chọn giờ bắt đầu.' }),
    ...((until === '' || isBackwards) && { until: 'Xin chọn giờ kết thúc, sau giờ bắt đầu.' }),
    ...((!Number.isInteger(count) || count < 1 || count > MOST_SEATS) && {
      seats: `Xin ghi số chỗ, từ 1 đến ${MOST_SEATS}.`,
    }),
    ...(teacher.trim().length < 2 && { teacher: 'Xin ghi ai dạy.' }),
  };
}

/** For a draft without complaints. */
export function toBody({ course, title, place, day, from, until, seats, teacher, group }: ClassDraft): NewClassBody {
  return {
    group: group === '' ? null : group,
    course: course === '' ? null : course,
    ...{ title: title.trim(), place: place.trim(), teacher: teacher.trim() },
    ...{ starts_at: `${day}T${from}:00+07:00`, ends_at: `${day}T${until}:00+07:00` },
    seats: Number(seats),
  };
}
