import { CheckField, TextField } from '../../ui/field.tsx';
import type { FormPartProps } from './form-part.ts';
import { LONGEST } from './sending-draft.ts';

/** When and where people are to come. */
export function EventFields({ draft, complaints, set, today }: FormPartProps & { readonly today: string }) {
  return (
    <>
      <CheckField label="Có thời gian, địa điểm" checked={draft.hasEvent} onChange={(hasEvent) => set({ hasEvent })} />
      {draft.hasEvent && (
        <div className="sending-fields">
          <TextField
            label="Ngày diễn ra"
            type="date"
            min={today}
            value={draft.eventDay}
            error={complaints.eventDay ?? null}
            onChange={({ target }) => set({ eventDay: target.value })}
          />
          <TextField
            label="Giờ bắt đầu"
            type="time"
            value={draft.eventTime}
            error={complaints.eventTime ?? null}
            onChange={({ target }) => set({ eventTime: target.value })}
          />
          <TextField
            label="Địa điểm"
            hint="Không bắt buộc. Ví dụ: Nhà văn hóa tổ dân phố"
            maxLength={LONGEST.place}
            value={draft.place}
            onChange={({ target }) => set({ place: target.value })}
          />
        </div>
      )}
    </>
  );
}
