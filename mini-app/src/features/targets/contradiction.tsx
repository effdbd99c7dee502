import type { TargetReply } from '@phuong-so/shared/contracts/facts';
import { CircleAlert } from 'lucide-react';
import { SourceLink } from '../../ui/source-link.tsx';
import { milestonesInWords, milestonesOf } from './milestones.ts';

interface ContradictionProps {
  readonly target: TargetReply;
  readonly others: readonly TargetReply[];
  readonly sourceOf: (target: TargetReply) => string | null;
}

/** What the plan says about one thing at several places, side by side. Nobody but the ward can tell which is right. */
export function Contradiction({ target, others, sourceOf }: ContradictionProps) {
  const years = others.flatMap(({ values }) => Object.keys(values));
  return (
    <div className="contradiction">
      <p className="contradiction__title">
        <CircleAlert aria-hidden="true" size={22} />
        <span>
          <strong>Kế hoạch ghi khác nhau về việc này.</strong> Xin hỏi phường mức nào là đúng.
        </span>
      </p>
      <div className="contradiction__sides">
        <div className="contradiction__side">
          <p>Ở đây</p>
          <p className="contradiction__value">{valueIn(target, years)}</p>
        </div>
        {others.map((other) => (
          <div key={other.id} className="contradiction__side">
            <p>Chỗ khác</p>
            <p className="contradiction__value">{valueIn(other, Object.keys(target.values))}</p>
            <p>“{other.name}”</p>
            <SourceLink to={sourceOf(other)} about={other.name} words="Xem chỗ đó" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Only the years that both sides state, where there are any. */
function valueIn(target: TargetReply, years: readonly string[]): string {
  const all = milestonesOf(target);
  const both = all.filter(({ year }) => years.includes(year));
  return milestonesInWords(both.length > 0 ? both : all);
}
