import { type Milestone, yearWords } from './milestones.ts';

interface MilestoneTableProps {
  readonly name: string;
  readonly milestones: readonly Milestone[];
}

/** The same values as a table. */
export function MilestoneTable({ name, milestones }: MilestoneTableProps) {
  return (
    <table className="milestone-table">
      <caption className="visually-hidden">{name}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Năm</th>
          <th scope="col">Mức cần đạt</th>
        </tr>
      </thead>
      <tbody>
        {milestones.map(({ year, words }) => (
          <tr key={year}>
            <th scope="row">{yearWords(year)}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
