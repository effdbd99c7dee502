import type { WRONG_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import { Flag, Phone } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router-dom';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { RadioGroup } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts';

export type WrongReason = (typeof WRONG_REASONS)[number];

const REASONS: readonly { readonly value: WrongReason; readonly title: string }[] = [
  { value: 'wrong_fact', title: 'Ngày giờ, địa điểm hoặc số tiền không đúng' },
  { value: 'not_for_me', title: 'Tin này không phải cho tổ tôi' },
  { value: 'suspicious', title: 'Nghi tin giả, không phải của phường' },
  { value: 'other', title: 'Lý do khác' },
];

interface WrongReportProps {
  readonly code: string;
  readonly isReported: boolean;
  /** The ward's telephone; null = not known. */
  readonly hotline: string | null;
  readonly checkAddress: string;
  readonly onReport: (why: WrongReason) => Promise<void>;
  readonly onCall: (phoneNumber: string) => void;
}

/** "Tin này sai?": a reason, once; then what happens with it and whom else to tell. */
export function WrongReport(props: WrongReportProps) {
  const [isOpen, setOpen] = useState(false);
  if (props.isReported) return <Thanks {...props} isNew={isOpen} />;
  if (isOpen) return <ReportForm onReport={props.onReport} onClose={() => setOpen(false)} />;
  return (
    <button type="button" className="button button--quiet button--wide" onClick={() => setOpen(true)}>
      <Flag aria-hidden="true" size={22} />
      Tin này sai?
    </button>
  );
}

interface ReportFormProps extends Pick<WrongReportProps, 'onReport'> {
  readonly onClose: () => void;
}

function ReportForm({ onReport, onClose }: ReportFormProps) {
  const [why, setWhy] = useState<WrongReason | ''>('');
  const [isMissing, setMissing] = useState(false);
  const { busy, error, act } = useAct(failureWords);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(why === '');
    if (why !== '') void act(() => onReport(why));
  };
  return (
    <form className="wrong" onSubmit={submit} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        Báo cho phường: tin này sai
      </h3>
      <RadioGroup<WrongReason | ''> label="Sai ở chỗ nào?" options={REASONS} chosen={why} onChoose={setWhy} />
      <div role="alert">{isMissing && why === '' && <Notice tone="warning">Xin chọn một lý do ở trên.</Notice>}</div>
      <button type="submit" className="button button--primary button--wide" disabled={busy}>
        {busy ? 'Đang gửi…' : 'Báo cho phường'}
      </button>
      <button type="button" className="button button--quiet button--wide" disabled={busy} onClick={onClose}>
        Không báo nữa
      </button>
      <ActFailure error={error} />
    </form>
  );
}

/** `isNew`: it was reported just now, and what is said is read out. */
function Thanks({ code, hotline, checkAddress, onCall, isNew }: WrongReportProps & { readonly isNew: boolean }) {
  return (
    <div className="wrong" role={isNew ? 'status' : undefined}>
      <h3>Cảm ơn bác đã báo tin này sai</h3>
      <p>
        Cán bộ phường sẽ xem lại. Nếu tin sai, phường sửa ngay trên tin này, giữ nguyên mã {code}. Trong lúc chờ, xin
        đừng chuyển tiền và đừng gửi tiếp tin này cho người khác.
      </p>
      {hotline === null ? (
        <p>Cần gấp, xin hỏi tổ trưởng tổ dân phố hoặc đến Ủy ban nhân dân phường.</p>
      ) : (
        <button type="button" className="button button--quiet button--wide" onClick={() => onCall(hotline)}>
          <Phone aria-hidden="true" size={22} />
          Cần gấp, gọi phường: {hotline}
        </button>
      )}
      <Link className="text-button" to={checkAddress}>
        Kiểm tra tin nhắn nghi giả
      </Link>
    </div>
  );
}
