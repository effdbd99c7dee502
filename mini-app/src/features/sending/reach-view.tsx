import type { ReactNode } from 'react';
import type { ReachReply } from '../../api/announcement-endpoints.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { HourChart } from './hour-chart.tsx';
import { channelSentence, FEWEST, hourSentence, hourWords, shareWords } from './reach-words.ts';
import { CHANNEL_NAMES, counted } from './sending-words.ts';

interface ReachViewProps {
  readonly reach: ReachReply;
  /** "tháng 11/2026". */
  readonly month: string;
}

/** Which form of announcement reaches people, in sentences; small numbers are said to be small. */
export function ReachView({ reach, month }: ReachViewProps) {
  const { broadcasts, unsubscribed, by_channel, by_kind, reads_by_hour } = reach;
  const channels = by_channel.filter(({ sent }) => sent > 0);
  const kinds = by_kind.filter(({ people, muted }) => people > 0 || muted > 0);
  if (broadcasts === 0) return <p className="empty">Trong {month} phường chưa gửi thông báo nào.</p>;
  return (
    <>
      <Card heading={`Trong ${month}`}>
        <p className="reach__lead">
          Phường và các tổ đã gửi <strong>{counted(broadcasts)} thông báo</strong>.
        </p>
        <p>
          {unsubscribed === 0
            ? 'Chưa có ai xin không nhận tin nhắn Zalo của phường.'
            : `Đến nay có ${counted(unsubscribed)} người đã xin không nhận tin nhắn Zalo của phường.`}
        </p>
      </Card>
      <Card heading="Theo cách gửi">
        <p className="reach__lead">{channelSentence(channels)}</p>
        <dl className="reach">
          {channels.map(({ channel, sent, seen, answered }) => (
            <Line key={channel} name={CHANNEL_NAMES[channel]} part={seen} of={sent}>
              {shareWords({ of: sent, seen, answered }, 'lượt')}.
            </Line>
          ))}
        </dl>
      </Card>
      {kinds.length > 0 && (
        <Card heading="Theo loại tin">
          <dl className="reach">
            {kinds.map(({ kind, people, seen, answered, muted }) => (
              <Line key={kind} name={KIND_NAMES[kind]} part={seen} of={people}>
                {people === 0 ? 'Chưa gửi tin nào' : shareWords({ of: people, seen, answered }, 'lượt')}.
                {muted > 0 && ` Có ${counted(muted)} người đã tắt loại này.`}
              </Line>
            ))}
          </dl>
        </Card>
      )}
      <Card heading="Theo giờ xem">
        <p className="reach__lead">{hourSentence(reads_by_hour)}</p>
        {reads_by_hour.some(({ reads }) => reads > 0) && (
          <>
            <HourChart hours={reads_by_hour} />
            <Disclosure show="Xem số của từng giờ" hide="Ẩn số của từng giờ">
              <HourTable hours={reads_by_hour} />
            </Disclosure>
          </>
        )}
      </Card>
      <Card heading="Đếm như thế nào">
        <p>
          “Đã xem” là người nhận đã mở tin trong Phường Số khi đăng nhập, hoặc Zalo báo là đã xem. Người xem mà không
          đăng nhập, hoặc nghe hàng xóm kể, thì không đếm được, nên số thật có thể cao hơn. Dưới {FEWEST} lượt thì không
          tính phần trăm, vì thêm bớt một người là số đã khác hẳn.
        </p>
      </Card>
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly part: number;
  readonly of: number;
  readonly children: ReactNode;
}

/** The bar repeats what the words say; small numbers have none. */
function Line({ name, part, of, children }: LineProps) {
  return (
    <div className="reach__line">
      <dt>{name}</dt>
      <dd>
        {children}
        {of >= FEWEST && (
          <span className="reach__track" aria-hidden="true">
            <span className="reach__bar" style={{ width: `${Math.min(100, (100 * part) / of)}%` }} />
          </span>
        )}
      </dd>
    </div>
  );
}

function HourTable({ hours }: { readonly hours: ReachReply['reads_by_hour'] }) {
  const read = hours.filter(({ reads }) => reads > 0).sort((a, b) => a.hour - b.hour);
  return (
    <table className="counts-table">
      <thead>
        <tr>
          <th scope="col">Giờ</th>
          <th scope="col">Lượt xem</th>
        </tr>
      </thead>
      <tbody>
        {read.map(({ hour, reads }) => (
          <tr key={hour}>
            <th scope="row">{hourWords(hour)}</th>
            <td>{counted(reads)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
