import type { BroadcastProgress, BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { Card } from '../../ui/card.tsx';
import { timeOfDay } from '../../ui/vietnam-time.ts';
import { ReadsChart } from './reads-chart.tsx';
import { CHANNEL_NAMES, counted, DELIVERY_NAMES, unreachedSentence } from './sending-words.ts';

interface ProgressViewProps {
  readonly progress: BroadcastProgress;
  readonly asks: BroadcastReply['asks'];
}

/** How far it has come: people, each once; then ways, reasons, answers, and when it is read. */
export function ProgressView({ progress, asks }: ProgressViewProps) {
  const { people, reached, waiting, seen, channels, correction, updated_at } = progress;
  const missed = people - reached - waiting;
  return (
    <>
      <Card heading="Đã gửi đến đâu">
        {waiting > 0 && (
          <progress className="sending-bar" max={people} value={people - waiting} aria-label="Đã gửi đến đâu" />
        )}
        <dl className="counts">
          <Count name="Người cần báo" value={people} />
          <Count name="Đã nhận" value={reached} />
          <Count name="Đã xem" value={seen} />
          {waiting > 0 && <Count name="Còn đợi gửi" value={waiting} />}
          {missed > 0 && <Count name="Không nhận được" value={missed} />}
        </dl>
        <p className="field__hint">Mỗi người đếm một lần. Số lúc {timeOfDay(Date.parse(updated_at))}.</p>
      </Card>
      {asks !== 'none' && <Answers progress={progress} asks={asks} />}
      {channels.length > 0 && (
        <Card heading="Theo từng cách gửi">
          <Totals totals={channels} />
        </Card>
      )}
      {correction.length > 0 && (
        <Card heading="Bản đính chính">
          <Totals totals={correction} />
        </Card>
      )}
      {progress.reads_by_hour.length > 0 && (
        <Card heading="Bà con đọc vào giờ nào">
          <ReadsChart reads={progress.reads_by_hour} />
        </Card>
      )}
    </>
  );
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className="counts__one">
      <dt>{name}</dt>
      <dd>{counted(value)}</dd>
    </div>
  );
}

function Answers({ progress: { answers }, asks }: ProgressViewProps) {
  const of = (answer: string) => answers.find((one) => one.answer === answer) ?? { people: 0, count: 0 };
  const yes = of('yes');
  return (
    <Card heading="Bà con trả lời">
      <dl className="counts">
        {asks === 'attending' ? (
          <>
            <Count name="Báo sẽ tham gia" value={yes.people} />
            <Count name="Cả thảy mấy người đi" value={yes.count} />
            <Count name="Báo không tham gia" value={of('no').people} />
          </>
        ) : (
          <Count name="Bấm “Đã đọc”" value={of('read').people} />
        )}
      </dl>
    </Card>
  );
}

function Totals({ totals }: { readonly totals: BroadcastProgress['channels'] }) {
  return (
    <>
      {totals.map(({ channel, states, reasons }) => (
        <section key={channel} className="sending-channel" aria-label={CHANNEL_NAMES[channel]}>
          <h3>{CHANNEL_NAMES[channel]}</h3>
          <dl className="sending-states">
            {states.map(({ state, count }) => (
              <div key={state} className="sending-states__one">
                <dt>{DELIVERY_NAMES[state]}</dt>
                <dd>{counted(count)}</dd>
              </div>
            ))}
          </dl>
          <ul className="sending-lines">
            {reasons.map(({ reason, count }) => (
              <li key={reason}>{unreachedSentence(reason, count)}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
