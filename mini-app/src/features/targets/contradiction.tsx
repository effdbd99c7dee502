import type { TargetReply } from '@phuong-so/shared/contracts/facts';
import { Notice } from '../../ui/notice.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { milestonesInWords, milestonesOf } from './milestones.ts';

interface ContradictionProps {
  readonly target: TargetReply;
  readonly others: readonly TargetReply[];
  readonly sourceOf: (target: TargetReply) => string | null;
}

/** What the plan says about one thing at several places, side by side. Nobody but the ward can tell which is right. */
export function Contradiction({ target, others, sourceOf }: ContradictionProps) {
  return (
    <div className="contradiction">
      <Notice tone="warning">
        <p>
          <strong>Kế hoạch ghi khác nhau về việc này.</strong> Xin hỏi phường mức nào là đúng.
        </p>
        <div className="contradiction__sides">
          <Side heading="Ở đây" target={target} years={null} source={null} />
          {others.map((other) => (
            <Side
              key={other.id}
              heading="Chỗ khác"
              target={other}
              years={Object.keys(target.values)}
              source={sourceOf(other)}
            />
          ))}
        </div>
      </Notice>
    </div>
  );
}

interface SideProps {
  readonly heading: string;
  readonly target: TargetReply;
  /** Only these where both state any of them; null = all. */
  readonly years: readonly string[] | null;
  readonly source: string | null;
}

function Side({ heading, target, years, source }: SideProps) {
  const all = milestonesOf(target);
  const both = years === null ? [] : all.filter(({ year }) => years.includes(year));
  return (
    <div className="contradiction__side">
      <p className="contradiction__heading">{heading}</p>
      <p>{target.name}</p>
      <p>
        <strong>{milestonesInWords(both.length > 0 ? both : all)}</strong>
      </p>
      <SourceLink to={source} about={target.name} />
    </div>
  );
}
