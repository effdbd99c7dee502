import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFirstComplaint } from '../../ui/use-first-complaint.ts';
import { BodyField, TitleField } from './body-field.tsx';
import { EventFields } from './event-fields.tsx';
import type { FormPartProps } from './form-part.ts';
import { LONGEST } from './sending-draft.ts';

interface CorrectionFormProps extends FormPartProps {
  readonly today: string;
  /** As in the form for writing. */
  readonly attempts: number;
}

/** What can still be mended of one that is out: its words, its time and place. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { draft, complaints, set, attempts } = props;
  const form = useFirstComplaint(attempts);
  return (
    <div ref={form} className="sending-form">
      <div className="sending-notice">
        <Notice tone="info">
          Ai đã nhận bản trước sẽ nhận thêm một tin ghi rõ “Đính chính”. Mã kiểm tra giữ nguyên. Tin trong Phường Số đổi
          theo bản mới và ghi là đã sửa.
        </Notice>
      </div>
      <Card heading="Nội dung đúng">
        <TitleField
          value={draft.title}
          longest={LONGEST.title}
          error={complaints.title ?? null}
          onChange={(title) => set({ title })}
        />
        <BodyField
          value={draft.body}
          longest={LONGEST.body}
          error={complaints.body ?? null}
          onChange={(body) => set({ body })}
        />
      </Card>
      <Card heading="Thời gian, địa điểm">
        <EventFields {...props} />
      </Card>
    </div>
  );
}
