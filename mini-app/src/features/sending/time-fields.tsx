import { CheckField, RadioGroup, TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FormPartProps } from './form-part.ts';
import { isUrgent, LONGEST, type SendingTime } from './sending-draft.ts';

const TIMES: readonly { readonly value: SendingTime; readonly title: string }[] = [
  { value: 'now', title: 'Ngay khi bấm gửi' },
  { value: 'once', title: 'Hẹn ngày giờ' },
  { value: 'weekly', title: 'Lặp lại mỗi tuần' },
  { value: 'monthly', title: 'Lặp lại mỗi tháng' },
];

/** When it goes; and for an urgent one whether it may wait at all. */
export function TimeFields({ draft, complaints, set, today }: FormPartProps & { readonly today: string }) {
  return (
    <>
      {draft.kind === 'urgent' && <EmergencyFields draft={draft} complaints={complaints} set={set} />}
      {isUrgent(draft) ? null : <OrdinaryTime draft={draft} complaints={complaints} set={set} today={today} />}
    </>
  );
}

function OrdinaryTime({ draft, complaints, set, today }: FormPartProps & { readonly today: string }) {
  const isFirst = draft.time === 'weekly' || draft.time === 'monthly';
  return (
    <>
      <RadioGroup label="Gửi lúc nào" options={TIMES} chosen={draft.time} onChoose={(time) => set({ time })} />
      {draft.time !== 'now' && (
        <div className="sending-fields">
          <TextField
            label={isFirst ? 'Ngày gửi lần đầu' : 'Ngày gửi'}
            type="date"
            min={today}
            value={draft.sendDay}
            error={complaints.sendDay ?? null}
            onChange={({ target }) => set({ sendDay: target.value })}
          />
          <TextField
            label="Giờ gửi"
            type="time"
            value={draft.sendTime}
            error={complaints.sendTime ?? null}
            onChange={({ target }) => set({ sendTime: target.value })}
          />
        </div>
      )}
      <p className="field__hint">Tin thường chỉ gửi từ 7 giờ đến 21 giờ, không gửi ngày lễ, Tết.</p>
    </>
  );
}

function EmergencyFields({ draft, complaints, set }: FormPartProps) {
  return (
    <div className="sending-emergency">
      <CheckField
        label="Khẩn cấp: gửi ngay, cả ban đêm, không chờ duyệt"
        checked={draft.isEmergency}
        onChange={(isEmergency) => set({ isEmergency })}
      />
      {draft.isEmergency && (
        <>
          <Notice tone="warning">Chỉ dùng khi chậm thì nguy hiểm. Phường được báo về mỗi tin khẩn cấp.</Notice>
          <TextArea
            label="Vì sao phải gửi ngay"
            hint="Ví dụ: cháy ở ngõ 12, bà con cần ra ngoài ngay."
            rows={3}
            maxLength={LONGEST.emergencyReason}
            value={draft.emergencyReason}
            error={complaints.emergencyReason ?? null}
            onChange={({ target }) => set({ emergencyReason: target.value })}
          />
        </>
      )}
    </div>
  );
}
