import { Card } from '../../ui/card.tsx';
import { DecisionForm } from '../../ui/decision-form.tsx';
import { useAct } from '../../ui/use-act.ts';
import { sendingFailureWords } from './sending-failure.ts';

interface DecisionBoxProps {
  readonly onDecide: (approve: boolean, note: string | null) => Promise<void>;
  readonly onFailed: (thrown: unknown) => void;
}

/** An official lets it go, or gives it back and says why. */
export function DecisionBox({ onDecide, onFailed }: DecisionBoxProps) {
  const act = useAct(sendingFailureWords, onFailed);
  return (
    <Card heading="Duyệt thông báo này?">
      <p>Duyệt thì tin được gửi như bản xem trước. Chưa ổn thì trả lại, ghi rõ chỗ cần sửa.</p>
      <DecisionForm
        act={act}
        yes="Duyệt, cho gửi"
        no="Trả lại để sửa"
        noteLabel="Cần sửa gì"
        noteMissing="Xin ghi điều cần sửa."
        sendBack="Trả lại kèm lời nhắn"
        onDecide={onDecide}
      />
    </Card>
  );
}
