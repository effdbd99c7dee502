import type { WorkReply } from '@phuong-so/shared/contracts/work';
import { Notice } from '../../ui/notice.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { STANDING_NAMES, standingBadge } from '../../ui/work-words.ts';
import { clockWords, dueWords, workTitle } from './work-words.ts';

/** What it is, until when, and what the clock says of it. */
export function WorkHead({ work, asOf }: { readonly work: WorkReply; readonly asOf: string }) {
  const { standing, state, muted, due_before_plan: isDueBeforePlan, from } = work;
  const clock = clockWords(work, asOf);
  return (
    <div className="card">
      <span className="badges">
        <span className={standingBadge(standing)}>{STANDING_NAMES[standing]}</span>
      </span>
      <h2 className="announcement__title">{workTitle(work)}</h2>
      <p className="fact-line">
        <strong>Hạn:</strong> {dueWords(work)}
      </p>
      {clock !== '' && <p className="sending-state work-clock">{clock}.</p>}
      {isDueBeforePlan && (
        <div className="work-gap">
          <Notice tone="warning">
            Hạn này trước cả ngày ký kế hoạch{from.document_date !== null && ` (${printedDay(from.document_date)})`}.
            Cần hỏi lại đơn vị đầu mối.
          </Notice>
        </div>
      )}
      {state === 'superseded' && (
        <div className="work-gap">
          <Notice tone="info">Kế hoạch mới đã thay nhiệm vụ này. Những gì đã báo cáo vẫn còn ở đây.</Notice>
        </div>
      )}
      {state === 'closed' && (
        <div className="work-gap">
          <Notice tone="info">Đã đóng: không làm nhiệm vụ này nữa.</Notice>
        </div>
      )}
      {muted !== null && (
        <div className="work-gap">
          <Notice tone="info">
            Đang tạm dừng nhắc đến hết {printedDay(muted.until)}. Lý do: {muted.reason}
          </Notice>
        </div>
      )}
    </div>
  );
}
