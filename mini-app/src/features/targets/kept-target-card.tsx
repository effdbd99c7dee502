import type { KeptTargetReply } from '@phuong-so/shared/contracts/work-targets';
import type { ReactNode } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { MilestoneChart } from './milestone-chart.tsx';
import { MilestoneTable } from './milestone-table.tsx';
import { isDrawable, milestonesOf } from './milestones.ts';
import { periodWords, standingSentence } from './value-words.ts';

type Value = KeptTargetReply['reported'][number];

const STATE_NAMES: Readonly<Record<Value['state'], string>> = {
  reported: 'Tự báo, chưa xác nhận',
  confirmed: 'Đã xác nhận',
  returned: 'Đã trả lại',
};
const STATE_BADGES: Readonly<Record<Value['state'], string>> = {
  reported: 'badge',
  confirmed: 'badge badge--good',
  returned: 'badge badge--warning',
};

interface KeptTargetCardProps {
  readonly target: KeptTargetReply;
  readonly source: string | null;
  /** The way to reporting a figure; null = not for this person. */
  readonly report: ReactNode;
  /** What can be decided of a figure. */
  readonly decide: (value: Value) => ReactNode;
}

/** What is to be reached, and what has been reached: reported and confirmed apart, and nothing counted that nobody entered. */
export function KeptTargetCard({ target, source, report, decide }: KeptTargetCardProps) {
  const { name, unit, reported, leads, contradicts } = target;
  const shown = name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
  const milestones = milestonesOf(target);
  const newest = reported[0];
  return (
    <>
      <h3 className="fact-card__title">{shown}</h3>
      <p className="sending-state">{standingSentence(target)}</p>
      {contradicts.length > 0 && (
        <p>
          <span className="badge badge--warning">Kế hoạch ghi hai mức khác nhau</span>
        </p>
      )}
      {newest !== undefined && <OneValue value={newest}>{decide(newest)}</OneValue>}
      {reported.length > 1 && (
        <Disclosure show={`Xem ${reported.length - 1} số liệu trước`} hide="Ẩn bớt">
          {reported.slice(1).map((value) => (
            <OneValue key={value.id} value={value}>
              {decide(value)}
            </OneValue>
          ))}
        </Disclosure>
      )}
      {report}
      <div className="work-gap">
        {isDrawable(milestones) ? (
          <MilestoneChart name={`Mốc của kế hoạch: ${shown}`} milestones={milestones} />
        ) : (
          <MilestoneTable name={shown} milestones={milestones} />
        )}
      </div>
      {unit !== null && <p className="fact-line">Đơn vị tính: {unit}</p>}
      {leads.length > 0 && (
        <p className="fact-line">
          <strong>Chủ trì:</strong> {leads.map((one) => one.name).join('; ')}
        </p>
      )}
      <SourceLink to={source} about={shown} />
    </>
  );
}

function OneValue({ value, children }: { readonly value: Value; readonly children: ReactNode }) {
  return (
    <div className="word-sides__one work-gap">
      <span className="badges">
        <span className={STATE_BADGES[value.state]}>{STATE_NAMES[value.state]}</span>
      </span>
      <p className="word-sides__state">
        {value.value} ({periodWords(value.period)})
      </p>
      <p className="work-said">Nguồn: {value.source}</p>
      {value.note !== '' && <p className="work-said">{value.note}</p>}
      <p className="work-by">
        {value.unit.name}, {printedDay(value.at)}
      </p>
      {children}
    </div>
  );
}
