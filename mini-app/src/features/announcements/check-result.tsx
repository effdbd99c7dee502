import type { AnnouncementCheckReply } from '@phuong-so/shared/contracts/announcements';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { Link } from 'react-router-dom';
import { CallNumber } from './announcement-body.tsx';
import { printedMoment } from './moments.ts';
import { type RiskyKind, type RiskyPart, riskyParts } from './risky-parts.ts';

const VERDICTS = {
  genuine: { Icon: ShieldCheck, title: 'Đúng là thông báo của phường' },
  /** Nothing but the code was given: the words of the message are still to be compared. */
  coded: { Icon: ShieldCheck, title: 'Mã này có thật. Xin so cả lời tin' },
  altered: { Icon: ShieldAlert, title: 'Cẩn thận: tin này khác thông báo thật' },
  unknown: { Icon: ShieldQuestion, title: 'Không tìm thấy thông báo nào như vậy' },
} as const;

const KIND_WORDS: Record<RiskyKind, string> = {
  link: 'Đường liên kết',
  account: 'Số tài khoản hoặc dãy số',
  phone: 'Số điện thoại',
  money: 'Số tiền',
};

interface CheckResultProps {
  readonly result: AnnouncementCheckReply;
  /** What was checked, for pointing at what differs. */
  readonly message: string;
  readonly hotline: string | null;
  readonly addressOf: (id: string) => string;
  readonly onCall: (phoneNumber: string) => void;
}

/** The verdict in colour, drawing and words, what differs, and what to do now. */
export function CheckResult(props: CheckResultProps) {
  const { result, message } = props;
  const { announcement } = result;
  const isCodeAlone = result.verdict === 'genuine' && !holdsWords(message, announcement?.body ?? '');
  const { Icon, title } = VERDICTS[isCodeAlone ? 'coded' : result.verdict];
  const announced = announcement === null ? null : `${announcement.title}\n${announcement.body}`;
  const risky = result.verdict === 'genuine' ? [] : riskyParts(message, announced);
  return (
    <section className={`verdict verdict--${result.verdict}`} aria-label="Kết quả kiểm tra">
      <h2 className="verdict__title">
        <Icon aria-hidden="true" size={32} />
        <span>{title}</span>
      </h2>
      <p className="verdict__advice">{result.advice}</p>
      <RiskyList parts={risky} isAltered={result.verdict === 'altered'} />
      {announcement !== null && (
        <p>
          Thông báo thật: <strong>{announcement.title}</strong>, mã{' '}
          <span className="verdict__code">{announcement.code}</span>, gửi lúc {printedMoment(announcement.published_at)}
          .
          <Link className="button button--quiet verdict__open" to={props.addressOf(announcement.id)}>
            Xem thông báo thật
          </Link>
        </p>
      )}
      {result.verdict !== 'genuine' && <WhatToDo {...props} />}
    </section>
  );
}

/** Whether the message begins to tell what the announcement tells. */
function holdsWords(message: string, body: string): boolean {
  return foldMarks(message).includes(foldMarks(body).slice(0, 20));
}

function RiskyList({ parts, isAltered }: { readonly parts: readonly RiskyPart[]; readonly isAltered: boolean }) {
  if (parts.length === 0) return null;
  return (
    <div className="verdict__risky">
      <p>
        <strong>{isAltered ? 'Có trong tin này mà thông báo thật không có:' : 'Trong tin này có:'}</strong>
      </p>
      <ul>
        {parts.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            {KIND_WORDS[kind]}: <strong>{text}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function WhatToDo({ hotline, onCall }: Pick<CheckResultProps, 'hotline' | 'onCall'>) {
  return (
    <div className="verdict__steps">
      <h3>Làm gì tiếp theo?</h3>
      <ol>
        <li>
          Hỏi tổ trưởng tổ dân phố hoặc phường, bằng số bác đã biết từ trước, không phải số ghi trong tin.
          {hotline !== null && <CallNumber number={hotline} onCall={() => onCall(hotline.replace(/[^\d+]/g, ''))} />}
        </li>
        <li>Nếu đã lỡ chuyển tiền: gọi ngay ngân hàng để khóa giao dịch, rồi báo công an.</li>
      </ol>
    </div>
  );
}
