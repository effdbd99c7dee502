import { Card } from '../../ui/card.tsx';
import { RadioGroup, TextArea, TextField } from '../../ui/field.tsx';
import type { SendUp } from '../../ui/use-upload.ts';
import { PROGRESS_NAMES } from '../../ui/work-words.ts';
import { EvidenceField } from './evidence-field.tsx';
import type { Measure, ReportComplaints, ReportFields } from './report-draft.ts';

interface ReportFormProps {
  readonly fields: ReportFields;
  readonly complaints: ReportComplaints;
  readonly set: (change: Partial<ReportFields>) => void;
  readonly onUpload: SendUp;
}

const STATES = (Object.keys(PROGRESS_NAMES) as ReportFields['state'][]).map((value) => ({
  value,
  title: PROGRESS_NAMES[value],
}));
const MEASURES: readonly { readonly value: Measure; readonly title: string }[] = [
  { value: 'none', title: 'Không ghi số' },
  { value: 'percent', title: 'Phần trăm' },
  { value: 'count', title: 'Số lượng' },
];
const LONGEST_NOTE = 2000;

/** How far a task is, in the words of those who do it. */
export function ReportForm({ fields, complaints, set, onUpload }: ReportFormProps) {
  const { state, measure, note, obstacle, evidence } = fields;
  return (
    <>
      <Card heading="1. Tình trạng">
        <RadioGroup
          label="Nhiệm vụ đang ở đâu"
          options={STATES}
          chosen={state}
          onChoose={(chosen) => set({ state: chosen })}
        />
      </Card>
      <Card heading="2. Con số">
        <RadioGroup
          label="Ghi kết quả bằng"
          options={MEASURES}
          chosen={measure}
          onChoose={(chosen) => set({ measure: chosen })}
        />
        <MeasureFields {...{ fields, complaints, set }} />
      </Card>
      <Card heading="3. Kết quả, minh chứng">
        <TextArea
          label="Đã làm được gì"
          hint="Không bắt buộc. Viết ngắn, đúng việc đã làm."
          rows={4}
          maxLength={LONGEST_NOTE}
          value={note}
          error={complaints.note ?? null}
          onChange={({ target }) => set({ note: target.value })}
        />
        <EvidenceField evidence={evidence} onUpload={onUpload} onChange={(next) => set({ evidence: next })} />
      </Card>
      <Card heading="4. Vướng mắc">
        <TextArea
          label="Đang vướng gì"
          hint="Không vướng gì thì bỏ trống."
          rows={3}
          maxLength={LONGEST_NOTE}
          value={obstacle}
          onChange={({ target }) => set({ obstacle: target.value })}
        />
      </Card>
    </>
  );
}

function MeasureFields({ fields, complaints, set }: Omit<ReportFormProps, 'onUpload'>) {
  const { measure, percent, count, countOf, countWhat } = fields;
  if (measure === 'none') return null;
  if (measure === 'percent') {
    return (
      <TextField
        label="Được bao nhiêu phần trăm"
        inputMode="numeric"
        maxLength={3}
        value={percent}
        error={complaints.percent ?? null}
        onChange={({ target }) => set({ percent: target.value })}
      />
    );
  }
  return (
    <div className="sending-fields">
      <TextField
        label="Đã làm được"
        inputMode="decimal"
        maxLength={16}
        value={count}
        error={complaints.count ?? null}
        onChange={({ target }) => set({ count: target.value })}
      />
      <TextField
        label="Trên tổng số (nếu biết)"
        inputMode="decimal"
        maxLength={16}
        value={countOf}
        error={complaints.countOf ?? null}
        onChange={({ target }) => set({ countOf: target.value })}
      />
      <TextField
        label="Đếm cái gì"
        hint="Ví dụ: lớp học, hộ, camera."
        maxLength={100}
        value={countWhat}
        error={complaints.countWhat ?? null}
        onChange={({ target }) => set({ countWhat: target.value })}
      />
    </div>
  );
}
