import { fullBar, type Milestone, milestonesInWords } from './milestones.ts';

/** In em of the drawing's own text size: it grows with the text, and never sideways. */
const ROW = 2.5;
const TEXT = 1.15;
const BAR = 1.55;
const THICK = 0.6;

interface MilestoneChartProps {
  readonly name: string;
  readonly milestones: readonly Milestone[];
}

/** A bar a year. Only percentages across and em down, so that no size of text makes anything overlap. */
export function MilestoneChart({ name, milestones }: MilestoneChartProps) {
  const full = fullBar(milestones);
  const share = (value: number) => `${Math.min(100, (100 * value) / full)}%`;
  const title = `${name}. ${milestonesInWords(milestones)}`;
  return (
    <svg className="milestone-chart" width="100%" height={`${ROW * milestones.length}em`} role="img" aria-label={title}>
      <title>{title}</title>
      {milestones.map(({ year, words, number }, index) => {
        const top = index * ROW;
        return (
          <g key={year}>
            <text className="milestone-chart__year" x="0" y={`${top + TEXT}em`}>
              {year === '' ? 'Không ghi năm' : year}
            </text>
            <text
              className={number === null ? 'milestone-chart__none' : 'milestone-chart__value'}
              x="100%"
              y={`${top + TEXT}em`}
              textAnchor="end"
            >
              {words}
            </text>
            <rect className="milestone-chart__track" y={`${top + BAR}em`} width="100%" height={`${THICK}em`} rx="4" />
            {number !== null && number.high > number.low && (
              <rect
                className="milestone-chart__range"
                y={`${top + BAR}em`}
                width={share(number.high)}
                height={`${THICK}em`}
                rx="4"
              />
            )}
            {number !== null && (
              <rect
                className="milestone-chart__bar"
                y={`${top + BAR}em`}
                width={share(number.low)}
                height={`${THICK}em`}
                rx="4"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
