import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { RadioGroup, SelectField } from '../../ui/field.tsx';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { useFirstComplaint } from '../../ui/use-first-complaint.ts';
import type { SendUp } from '../../ui/use-upload.ts';
import { AttachmentField } from './attachment-field.tsx';
import { AudienceField } from './audience-field.tsx';
import { BodyField, TitleField } from './body-field.tsx';
import { EventFields } from './event-fields.tsx';
import type { FormPartProps } from './form-part.ts';
import { LONGEST, type SendingDraft } from './sending-draft.ts';
import { ASK_NAMES } from './sending-words.ts';
import { TimeFields } from './time-fields.tsx';

interface WriteFormProps extends FormPartProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly wholeWard: boolean;
  /** "2026-11-29": the calendar's first day. */
  readonly today: string;
  /** Counts how often somebody tried to go on: each time, the first field with a complaint gets the focus. */
  readonly attempts: number;
  readonly onUpload: SendUp;
  /** Above everything: how to change the template. */
  readonly children?: ReactNode;
}

/** All fields of one announcement, in the order in which one thinks of them. */
export function WriteForm(props: WriteFormProps) {
  const { draft, set, complaints, attempts, groups, wholeWard, onUpload, children } = props;
  const form = useFirstComplaint(attempts);
  return (
    <div ref={form} className="sending-form">
      <Card heading="1. Nội dung">
        {children}
        <WordFields draft={draft} complaints={complaints} set={set} />
      </Card>
      <Card heading="2. Thời gian, địa điểm">
        <EventFields {...props} />
      </Card>
      <Card heading="3. Ảnh hoặc tệp kèm theo">
        <AttachmentField
          attachment={draft.attachment}
          onUpload={onUpload}
          onChange={(attachment) => set({ attachment })}
        />
      </Card>
      <Card heading="4. Hỏi lại bà con">
        <RadioGroup
          label="Bà con cần trả lời gì"
          options={askOptions}
          chosen={draft.asks}
          onChoose={(asks) => set({ asks })}
        />
      </Card>
      <Card heading="5. Giờ gửi">
        <TimeFields {...props} />
      </Card>
      <Card heading="6. Người nhận">
        <AudienceField draft={draft} set={set} groups={groups} wholeWard={wholeWard} />
      </Card>
    </div>
  );
}

/** Kind, title and words. */
function WordFields({ draft, complaints, set }: FormPartProps) {
  return (
    <>
      <SelectField
        label="Loại tin"
        options={kindOptions}
        value={draft.kind}
        onChoose={(kind) => set({ kind: kind as SendingDraft['kind'] })}
      />
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
    </>
  );
}

const kindOptions = Object.entries(KIND_NAMES).map(([value, title]) => ({ value, title }));
const askOptions = (Object.keys(ASK_NAMES) as SendingDraft['asks'][]).map((value) => ({
  value,
  title: ASK_NAMES[value],
}));
