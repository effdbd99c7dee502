import { Link } from 'react-router-dom';
import { ChangeList } from './change-list.tsx';
import { PlanSays } from './plan-says.tsx';
import { keyOf, MATCH_NAMES, type TargetProposal } from './proposal-choice.ts';

interface TargetProposalsProps {
  readonly targets: readonly TargetProposal[];
  readonly sourceOf: (target: TargetProposal) => string | null;
  /** Where confirmed targets are. */
  readonly targetsAddress: string;
}

/** Targets as they were read, each beside the plan's words. Two that contradict each other are both kept. */
export function TargetProposals({ targets, sourceOf, targetsAddress }: TargetProposalsProps) {
  return (
    <ul>
      {targets.map((target) => (
        <li key={keyOf(target)} className="fact-card">
          <span className="badges">
            <span className={target.match === 'same' ? 'badge badge--good' : 'badge'}>{MATCH_NAMES[target.match]}</span>
            {target.contradicts.length > 0 && (
              <span className="badge badge--warning">Kế hoạch ghi hai mức khác nhau</span>
            )}
          </span>
          <h3 className="fact-card__title work-gap">
            {target.name}
            {target.unit !== null && ` (${target.unit})`}
          </h3>
          <p className="fact-line">{valuesWords(target.values)}</p>
          <ChangeList changes={target.changes} />
          {target.target_id !== null && (
            <Link className="text-button" to={targetsAddress}>
              Xem chỉ tiêu đã xác nhận
            </Link>
          )}
          <div className="proposal-source">
            <p className="proposal-source__name">Kế hoạch ghi:</p>
            <PlanSays from={target.from} source={sourceOf(target)} isBrief />
          </div>
        </li>
      ))}
    </ul>
  );
}

function valuesWords(values: TargetProposal['values']): string {
  return Object.entries(values)
    .map(([year, value]) => `${year === '' ? 'Không ghi năm' : year}: ${value ?? 'không đặt'}`)
    .join('; ');
}
