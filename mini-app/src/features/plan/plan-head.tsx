import type { PlanReply } from '@phuong-so/shared/contracts/plans';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

interface PlanHeadProps {
  readonly plan: PlanReply;
  /** ISO date. */
  readonly asOf: string;
}

/** What the document is: number, date, title, signer, and until when it was looked at. */
export function PlanHead({ plan, asOf }: PlanHeadProps) {
  const { number, date, title, signer } = plan;
  const line = [number === null ? null : `Số ${number}`, date === null ? null : `ngày ${printedDay(date)}`];
  return (
    <section className="document-card" aria-label="Văn bản">
      <p className="plan-head__number">
        {line.filter((part) => part !== null).join(', ') || 'Văn bản chưa ghi số, ngày'}
      </p>
      {title !== null && <h2 className="document-card__title">{title}</h2>}
      {signer !== null && (
        <p className="document-card__note">
          Người ký: {signer.name}, {signer.position}
        </p>
      )}
      <p className="document-card__note">Tính đến {printedDay(asOf)}</p>
    </section>
  );
}

const WARNING_TITLES: Readonly<Record<string, string>> = {
  missing_annex: 'Thiếu phụ lục',
  annex_stops_early: 'Phụ lục chưa đủ',
  contradiction: 'Hai chỗ ghi khác nhau',
  missing_section: 'Thiếu mục',
};

/** What a reader should know about the document's own gaps; nothing when there are none. */
export function PlanWarnings({ warnings }: Pick<PlanReply, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <div className="plan-warnings">
      <Disclosure show={`Có ${warnings.length} điều cần lưu ý khi đọc`} hide="Ẩn các lưu ý">
        <ul className="plan-warnings__list">
          {warnings.map(({ kind, text }) => (
            <li key={text}>
              <Notice tone="warning">
                <strong>{WARNING_TITLES[kind] ?? 'Lưu ý'}.</strong> {text}
              </Notice>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
