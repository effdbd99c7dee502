import type { BroadcastProgress } from '@phuong-so/shared/contracts/broadcasts';
import { dayOf, timeOfDay } from '../../ui/vietnam-time.ts';
import { counted } from './sending-words.ts';

interface ReadsChartProps {
  readonly reads: BroadcastProgress['reads_by_hour'];
}

/** A line an hour: when, a bar, how many. The numbers say everything, the bars only show it. */
export function ReadsChart({ reads }: ReadsChartProps) {
  const most = Math.max(1, ...reads.map((one) => one.reads));
  return (
    <table className="reads">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Giờ</th>
          <th scope="col">Số người đọc</th>
        </tr>
      </thead>
      <tbody>
        {reads.map(({ hour, reads: count }, index) => (
          <tr key={hour}>
            <th scope="row">
              {hourWords(hour)}
              {isNewDay(reads, index) && <span className="reads__day">{dayOf(Date.parse(hour)).slice(0, 5)}</span>}
            </th>
            <td>
              <span className="reads__line">
                <span className="reads__bar" style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
                <span className="reads__count">{counted(count)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "19 giờ". */
function hourWords(hour: string): string {
  return `${Number(timeOfDay(Date.parse(hour)).slice(0, 2))} giờ`;
}

function isNewDay(reads: ReadsChartProps['reads'], index: number): boolean {
  const dayAt = (at: number) => dayOf(Date.parse(reads[at]?.hour ?? ''));
  return index === 0 || dayAt(index - 1) !== dayAt(index);
}
