import type { BroadcastReply, PreviewReply } from '@phuong-so/shared/contracts/broadcasts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { printedMoment } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { audienceWords, CHANNEL_NAMES, counted, REPEAT_NAMES } from './sending-words.ts';

/** Later than this after the wished time, something holds it back: night, a holiday, the pace. */
const HELD_BACK_MS = 10 * 60_000;

interface PreviewViewProps {
  readonly broadcast: BroadcastReply;
  readonly preview: PreviewReply;
  /** Epoch ms. */
  readonly now: number;
}

/** What would happen if it were sent now: whom it reaches, when, and every text as it will be read. */
export function PreviewView({ broadcast, preview, now }: PreviewViewProps) {
  const { blocked, warnings } = preview;
  return (
    <>
      {blocked.map((sentence) => (
        <div key={sentence} className="sending-notice" role="alert">
          <Notice tone="warning">Chưa gửi được: {sentence}</Notice>
        </div>
      ))}
      <ReachCard broadcast={broadcast} preview={preview} />
      <TimeCard broadcast={broadcast} preview={preview} now={now} />
      {warnings.map((sentence) => (
        <div key={sentence} className="sending-notice">
          <Notice tone="warning">{sentence}</Notice>
        </div>
      ))}
      <Texts preview={preview} />
    </>
  );
}

function ReachCard({ broadcast, preview }: Pick<PreviewViewProps, 'broadcast' | 'preview'>) {
  const { people, reached, channels, unreached } = preview;
  const used = channels.filter(({ people: count, on }) => on && count > 0);
  const off = channels.filter(({ on }) => !on);
  const missed = unreached.reduce((sum, one) => sum + one.people, 0);
  return (
    <Card heading="Ai nhận được">
      <p>
        {audienceWords(broadcast.groups)}: <strong>{counted(people)} người</strong> dùng Phường Số hoặc Zalo của phường.
      </p>
      <p className="sending-count">Tin tự đến với {counted(reached)} người</p>
      <ul className="sending-lines">
        {used.map(({ channel, people: count }) => (
          <li key={channel}>
            <strong>{counted(count)} người</strong>{' '}
            {channel === 'feed' ? 'chỉ thấy khi tự mở mục Thông báo' : `qua ${CHANNEL_NAMES[channel]}`}
          </li>
        ))}
      </ul>
      {missed > 0 && (
        <>
          <h3>Tin không tự đến với {counted(missed)} người</h3>
          <ul className="sending-lines">
            {unreached.map(({ reason, people: count, explanation }) => (
              <li key={reason}>
                <strong>{counted(count)} người:</strong> {explanation}
              </li>
            ))}
          </ul>
          <p>Sau khi gửi, có danh sách những hộ cần báo trực tiếp.</p>
        </>
      )}
      {off.length > 0 && (
        <p className="field__hint">Phường chưa bật: {off.map(({ channel }) => CHANNEL_NAMES[channel]).join(', ')}.</p>
      )}
    </Card>
  );
}

function TimeCard({ broadcast, preview, now }: PreviewViewProps) {
  const { begins_at, ends_about } = preview;
  const wished = Math.max(now, broadcast.send_at === null ? 0 : Date.parse(broadcast.send_at));
  const isHeldBack = Date.parse(begins_at) - wished > HELD_BACK_MS;
  return (
    <Card heading="Khi nào gửi">
      <dl className="facts">
        <dt>Bắt đầu</dt>
        <dd>{printedMoment(begins_at)}</dd>
        <dt>Xong khoảng</dt>
        <dd>{printedMoment(ends_about)}</dd>
        {broadcast.repeat !== 'none' && (
          <>
            <dt>Lặp lại</dt>
            <dd>{REPEAT_NAMES[broadcast.repeat]}</dd>
          </>
        )}
      </dl>
      {isHeldBack && <p>Tin nhắn chỉ gửi từ 7 giờ đến 21 giờ, không gửi ngày lễ, nên tin đợi đến lúc này.</p>}
      {preview.needs_approval && <p>Phường duyệt xong thì tin mới gửi.</p>}
    </Card>
  );
}

function Texts({ preview: { texts, forward_text } }: Pick<PreviewViewProps, 'preview'>) {
  return (
    <Card heading="Bà con sẽ đọc được">
      {texts.map(({ channel, text }, index) => (
        <Disclosure
          key={channel}
          startsOpen={index === 0}
          show={`Xem: ${CHANNEL_NAMES[channel]}`}
          hide={CHANNEL_NAMES[channel]}
        >
          <p className="sending-text">{text}</p>
        </Disclosure>
      ))}
      <Disclosure show="Xem: bản để chuyển tiếp vào nhóm Zalo" hide="Bản để chuyển tiếp vào nhóm Zalo">
        <p className="sending-text">{forward_text}</p>
      </Disclosure>
    </Card>
  );
}
