import type { MessageCheckReply } from '@phuong-so/shared/contracts/learning';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { Link } from 'react-router-dom';
import { printedMoment } from '../../ui/moments.ts';
import { CallNumber } from './announcement-body.tsx';
import { type RiskyKind, type RiskyPart, riskyParts } from './risky-parts.ts';
import { ScamSigns } from './scam-signs.tsx';
import type { CheckedMessage } from './use-check.ts';

const VERDICTS = {
  genuine: { Icon: ShieldCheck, title: 'Đúng là thông báo của phường' },
  /** Nothing but the code was given: the words of the message are still to be compared. */
  coded: { Icon: ShieldCheck, title: 'Mã này có thật. Xin so cả lời tin' },
  altered: { Icon: ShieldAlert, title: 'Cẩn thận: tin này khác thông báo thật' },
  /** Not the ward's: what the signs say is the first thing to know. */
  likely_scam: { Icon: ShieldAlert, title: 'Cẩn thận: rất giống tin lừa đảo' },
  suspicious: { Icon: ShieldAlert, title: 'Tin này đáng ngờ' },
  /** Never "safe". */
  no_signs: { Icon: ShieldQuestion, title: 'Chưa thấy dấu hiệu lừa đảo quen thuộc, nhưng chưa chắc an toàn' },
  unknown: { Icon: ShieldQuestion, title: 'Không tìm thấy thông báo nào như vậy' },
} as const;

const TONES: Record<keyof typeof VERDICTS, 'genuine' | 'altered' | 'unknown'> = {
  ...{ genuine: 'genuine', coded: 'genuine', altered: 'altered' },
  ...{ likely_scam: 'altered', suspicious: 'unknown', no_signs: 'unknown', unknown: 'unknown' },
};

const KIND_WORDS: Record<RiskyKind, string> = {
  link: 'Đường liên kết',
  account: 'Số tài khoản hoặc dãy số',
  phone: 'Số điện thoại',
  money: 'Số tiền',
};

interface CheckResultProps {
  readonly result: CheckedMessage;
  /** What was checked, for pointing at what differs. */
  readonly message: string;
  readonly hotline: string | null;
  readonly addressOf: (id: string) => string;
  readonly onCall: (phoneNumber: string) => void;
}

/** The verdict in colour, drawing and words, whether it is the ward's, which signs it has, and what to do now. */
export function CheckResult(props: CheckResultProps) {
  const { message, result } = props;
  const { announcement: found, verdict, advice } = result.announcement;
  const shown = shownVerdict(result, message);
  const { Icon, title } = VERDICTS[shown];
  const announced = found === null ? null : `${found.title}\n${found.body}`;
  const risky = verdict === 'genuine' ? [] : riskyParts(message, announced);
  const signs = verdict === 'genuine' ? [] : (result.signs?.signs ?? []);
  return (
    <section className={`verdict verdict--${TONES[shown]}`} aria-label="Kết quả kiểm tra">
      <h2 className="verdict__title">
        <Icon aria-hidden="true" size={32} />
        <span>{title}</span>
      </h2>
      <p className="verdict__advice">{advice}</p>
      {verdict === 'altered' && <RiskyList parts={risky} isAltered />}
      <ScamSigns signs={signs} message={message} />
      {verdict === 'unknown' && signs.length === 0 && <RiskyList parts={risky} isAltered={false} />}
      {found !== null && (
        <p>
          Thông báo thật: <strong>{found.title}</strong>, mã <span className="verdict__code">{found.code}</span>, gửi
          lúc {printedMoment(found.published_at)}.
          <Link className="button button--quiet verdict__open" to={props.addressOf(found.id)}>
            Xem thông báo thật
          </Link>
        </p>
      )}
      {verdict !== 'genuine' && <WhatToDo {...props} advice={result.signs?.advice ?? []} />}
      {verdict !== 'genuine' && result.signs === null && (
        <p>Lúc này chưa tìm được dấu hiệu lừa đảo trong tin. Xin bấm “Kiểm tra” lần nữa sau ít phút.</p>
      )}
    </section>
  );
}

/** Whose the message is goes before the signs: a genuine announcement may well speak of money and hurry. */
function shownVerdict({ announcement, signs }: CheckedMessage, message: string): keyof typeof VERDICTS {
  const { verdict, announcement: found } = announcement;
  if (verdict === 'genuine') return holdsWords(message, found?.body ?? '') ? 'genuine' : 'coded';
  return verdict === 'altered' ? verdict : (signs?.verdict ?? 'unknown');
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

interface WhatToDoProps extends Pick<CheckResultProps, 'hotline' | 'onCall'> {
  readonly advice: MessageCheckReply['advice'];
}

function WhatToDo({ hotline, onCall, advice }: WhatToDoProps) {
  return (
    <div className="verdict__steps">
      <h3>Làm gì tiếp theo?</h3>
      <ol>
        <li>
          Hỏi tổ trưởng tổ dân phố hoặc phường, bằng số bác đã biết từ trước, không phải số ghi trong tin.
          {hotline !== null && <CallNumber number={hotline} onCall={() => onCall(hotline.replace(/[^\d+]/g, ''))} />}
        </li>
        {advice.length === 0 ? (
          <li>Nếu đã lỡ chuyển tiền: gọi ngay ngân hàng để khóa giao dịch, rồi báo công an.</li>
        ) : (
          advice.map((line) => <li key={line}>{line}</li>)
        )}
      </ol>
    </div>
  );
}
