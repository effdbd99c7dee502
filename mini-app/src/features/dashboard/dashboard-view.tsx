import type { DashboardReply, DashboardWork } from '@phuong-so/shared/contracts/board';
import { useId } from 'react';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { OBSTACLE_STATE_NAMES } from '../../ui/obstacle-words.ts';
import { LinkRow } from '../../ui/row.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

export interface DashboardWays {
  readonly work: (id: string) => string;
  readonly obstacle: (id: string) => string;
  readonly report: (id: string) => string;
}

interface DashboardViewProps {
  readonly dashboard: DashboardReply;
  readonly ways: DashboardWays;
}

/** What the ward's leaders look at first: each number with what stands behind it one tap away. */
export function DashboardView({ dashboard, ways }: DashboardViewProps) {
  const { overdue_by_unit, due_soon, no_word, to_confirm, total, as_of } = dashboard;
  const overdue = new Set(overdue_by_unit.flatMap(({ tasks }) => tasks.map(({ id }) => id))).size;
  return (
    <>
      <Card heading={`Tính đến ${printedDay(as_of)}`}>
        <dl className="counts">
          <Count name="Nhiệm vụ" value={total.tasks} />
          <Count name="Đã xác nhận hoàn thành" value={total.confirmed.done} />
          <Count name="Quá hạn, chưa có xác nhận" value={overdue} />
          <Count name="Đến hạn trong 30 ngày" value={due_soon.length} />
          <Count name="Báo cáo chờ xác nhận" value={to_confirm} />
        </dl>
      </Card>
      {overdue_by_unit.length > 0 && (
        <Card heading="Quá hạn theo đơn vị">
          {overdue_by_unit.map(({ unit, tasks }) => (
            <Disclosure key={unit.id} show={`${unit.name} (${tasks.length})`} hide={`Ẩn: ${unit.name}`}>
              <WorkRows tasks={tasks} ways={ways} line={({ days }) => `Quá hạn ${days} ngày, chưa có xác nhận`} />
            </Disclosure>
          ))}
        </Card>
      )}
      <Part title="Đến hạn trong 30 ngày" tasks={due_soon} ways={ways} line={({ days }) => `Còn ${days} ngày`} />
      <Part
        title="Một quý trở lên chưa có báo cáo"
        tasks={no_word}
        ways={ways}
        line={({ day }) => (day === null ? 'Chưa báo cáo lần nào' : `Báo cáo lần cuối ${printedDay(day)}`)}
      />
      <TargetsAtRisk targets={dashboard.targets_at_risk} />
      <Readiness reports={dashboard.reports} ways={ways} />
      <LateObstacles obstacles={dashboard.obstacles} ways={ways} />
    </>
  );
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className="counts__one">
      <dt>{name}</dt>
      <dd>{value.toLocaleString('vi-VN')}</dd>
    </div>
  );
}

interface PartProps {
  readonly tasks: readonly DashboardWork[];
  readonly ways: DashboardWays;
  readonly line: (work: DashboardWork) => string;
}

const AT_ONCE = 3;

function Part({ title, ...rows }: PartProps & { readonly title: string }) {
  const id = useId();
  if (rows.tasks.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sending-heading">
        {title} ({rows.tasks.length})
      </h2>
      <WorkRows {...rows} tasks={rows.tasks.slice(0, AT_ONCE)} />
      {rows.tasks.length > AT_ONCE && (
        <Disclosure show={`Xem thêm ${rows.tasks.length - AT_ONCE} việc`} hide="Ẩn bớt">
          <WorkRows {...rows} tasks={rows.tasks.slice(AT_ONCE)} />
        </Disclosure>
      )}
    </section>
  );
}

function WorkRows({ tasks, ways, line }: PartProps) {
  return (
    <ul className="rows work-gap">
      {tasks.map((work) => (
        <LinkRow
          key={work.id}
          to={ways.work(work.id)}
          title={numbered(work)}
          lines={[work.leads.map(({ name }) => name).join('; '), line(work)]}
        />
      ))}
    </ul>
  );
}

/** Tasks read from running text begin in the middle of a sentence. */
function numbered({ no, title }: DashboardWork): string {
  const shown = title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);
  return no === null ? shown : `${no}. ${shown}`;
}

function TargetsAtRisk({ targets }: { readonly targets: DashboardReply['targets_at_risk'] }) {
  if (targets.length === 0) return null;
  return (
    <div className="work-gap">
      <Card heading={`Chỉ tiêu cần để ý (${targets.length})`}>
        <Disclosure show="Xem từng chỉ tiêu" hide="Ẩn chỉ tiêu">
          <ul>
            {targets.map(({ id, name, year, milestone, value, is_confirmed, leads }) => (
              <li key={id} className="word-sides__one work-gap">
                <strong>{name}</strong>
                <p>
                  Mốc {year || 'không ghi năm'}: {milestone}
                </p>
                <p>
                  {value === null
                    ? 'Chưa có số liệu'
                    : `Mới nhất: ${value} (${is_confirmed ? 'đã xác nhận' : 'tự báo, chưa xác nhận'})`}
                </p>
                <p className="work-by">{leads.map((lead) => lead.name).join('; ')}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      </Card>
    </div>
  );
}

function Readiness({ reports, ways }: { readonly reports: DashboardReply['reports']; readonly ways: DashboardWays }) {
  if (reports.length === 0) return null;
  return (
    <div className="work-gap">
      <Card heading="Báo cáo sắp tới">
        {reports.map(({ id, due_text, due_on, handed_in, missing }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: read anew as a whole
          <div key={index} className="word-sides__one work-gap">
            <strong>{due_text.charAt(0).toLocaleUpperCase('vi') + due_text.slice(1)}</strong>
            <p>{due_on === null ? 'Kế hoạch không ghi ngày' : `Chậm nhất ${printedDay(due_on)}`}</p>
            <p>Đã nộp: {handed_in.map(({ name }) => name).join('; ') || 'chưa đơn vị nào'}</p>
            {missing.length > 0 && <p>Chưa nộp: {missing.map(({ name }) => name).join('; ')}</p>}
            {id !== null && (
              <ul className="rows work-gap">
                <LinkRow to={ways.report(id)} title="Mở bản dự thảo" />
              </ul>
            )}
          </div>
        ))}
      </Card>
    </div>
  );
}

function LateObstacles({
  obstacles,
  ways,
}: {
  readonly obstacles: DashboardReply['obstacles'];
  readonly ways: DashboardWays;
}) {
  const id = useId();
  if (obstacles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sending-heading">
        Vướng mắc để lâu ({obstacles.length})
      </h2>
      <ul className="rows">
        {obstacles.map((one) => (
          <LinkRow
            key={one.id}
            to={ways.obstacle(one.id)}
            title={one.title}
            lines={[
              `${one.code}, ${OBSTACLE_STATE_NAMES[one.state].toLocaleLowerCase('vi')}, ${one.days_open} ngày`,
              one.owner?.name ?? 'Chưa giao đơn vị nào',
            ]}
          />
        ))}
      </ul>
    </section>
  );
}
