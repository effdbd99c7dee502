import type { TargetReply } from '@phuong-so/shared/contracts/facts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Responsible } from '../../ui/responsible.tsx';
import { SourceLink } from '../../ui/source-link.tsx';
import { Contradiction } from './contradiction.tsx';
import { MilestoneChart } from './milestone-chart.tsx';
import { MilestoneTable } from './milestone-table.tsx';
import { isDrawable, milestonesOf } from './milestones.ts';

interface TargetCardProps {
  readonly target: TargetReply;
  /** Those of the same plan that say something else about the same thing. */
  readonly others: readonly TargetReply[];
  /** Address of the passage that sets a target; null = none that can be opened. */
  readonly sourceOf: (target: TargetReply) => string | null;
}

export function TargetCard({ target, others, sourceOf }: TargetCardProps) {
  const name = capitalised(target.name);
  const milestones = milestonesOf(target);
  return (
    <>
      <h3 className="fact-card__title">{name}</h3>
      {isDrawable(milestones) ? (
        <>
          <MilestoneChart name={name} milestones={milestones} />
          <Disclosure show="Xem dạng bảng" hide="Ẩn bảng">
            <MilestoneTable name={name} milestones={milestones} />
          </Disclosure>
        </>
      ) : (
        <MilestoneTable name={name} milestones={milestones} />
      )}
      {others.length > 0 && <Contradiction target={target} others={others} sourceOf={sourceOf} />}
      <Responsible {...target} />
      <SourceLink to={sourceOf(target)} about={name} />
    </>
  );
}

/** Targets read from running text begin in the middle of a sentence. */
function capitalised(name: string): string {
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}
