import type { LearningCountsReply } from '../../api/class-endpoints.ts';
import { Card } from '../../ui/card.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { AGE_BANDS } from './class-words.ts';

const DAY_MS = 24 * 60 * 60_000;

/** People reached, with what is counted beside it and the plan's targets, of which it is only a numerator. */
export function ClassCounts({ counts }: { readonly counts: LearningCountsReply }) {
  const until = new Date(Date.parse(counts.until) - DAY_MS).toISOString();
  return (
    <>
      <Card heading={`Từ ${printedDay(counts.from)} đến ${printedDay(until)}`}>
        <dl className="counts">
          <Count name="Số người đã học" value={counts.people} />
          <Count name="Số lượt có mặt" value={counts.attendances} />
          <Count name="Người có giấy chứng nhận" value={counts.certified} />
        </dl>
        <h3>Đếm như thế nào</h3>
        <p>{counts.definition}</p>
      </Card>
      <CountTable
        heading="Theo tổ dân phố"
        first="Tổ dân phố"
        rows={counts.by_group.map(({ group, people }) => [group, people] as const)}
      />
      <CountTable
        heading="Theo tuổi"
        first="Tuổi"
        rows={counts.by_age_band.map(({ age_band, people }) => [ageWords(age_band), people] as const)}
      />
      {counts.targets.length > 0 && (
        <Card heading="Chỉ tiêu của kế hoạch về kỹ năng số">
          <p>Con số ở trên chỉ để tham khảo khi báo cáo, không phải kết quả của các chỉ tiêu này.</p>
          <ul className="plain-list">
            {counts.targets.map(({ name, unit, document }) => (
              <li key={`${document} ${name}`}>
                {name}
                {unit !== null && ` (${unit})`}. {document}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function ageWords(band: LearningCountsReply['by_age_band'][number]['age_band']): string {
  return AGE_BANDS.find(({ value }) => value === band)?.title ?? 'Không ghi tuổi';
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className="counts__one">
      <dt>{name}</dt>
      <dd>{value.toLocaleString('vi-VN')}</dd>
    </div>
  );
}

interface CountTableProps {
  readonly heading: string;
  readonly first: string;
  readonly rows: readonly (readonly [string, number])[];
}

function CountTable({ heading, first, rows }: CountTableProps) {
  if (rows.length === 0) return null;
  return (
    <Card heading={heading}>
      <table className="counts-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">Số người</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, people]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{people.toLocaleString('vi-VN')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
