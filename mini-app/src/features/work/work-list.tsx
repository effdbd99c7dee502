import type { WorkReply, WorkStanding } from '@phuong-so/shared/contracts/work';
import { useId } from 'react';
import { LinkRow } from '../../ui/row.tsx';
import { STANDING_NAMES, STANDINGS } from '../../ui/work-words.ts';
import { clockWords, dueWords, saidLines, workTitle } from './work-words.ts';

interface WorkListProps {
  readonly work: readonly WorkReply[];
  /** ISO day by which they were judged. */
  readonly asOf: string;
  /** Whether the units stand on each row: of one's own they are known. */
  readonly withUnits: boolean;
  readonly addressOf: (id: string) => string;
}

/** Tasks under headings, the ones that want something first. */
export function WorkList({ work, asOf, withUnits, addressOf }: WorkListProps) {
  const parts = STANDINGS.map((standing) => ({ standing, some: work.filter((one) => one.standing === standing) }));
  return (
    <>
      {parts
        .filter(({ some }) => some.length > 0)
        .map(({ standing, some }) => (
          <Part key={standing} standing={standing} count={some.length}>
            {some.map((one) => (
              <WorkRow key={one.id} work={one} {...{ asOf, withUnits }} to={addressOf(one.id)} />
            ))}
          </Part>
        ))}
    </>
  );
}

interface PartProps {
  readonly standing: WorkStanding;
  readonly count: number;
  readonly children: React.ReactNode;
}

function Part({ standing, count, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sending-heading">
        {STANDING_NAMES[standing]} ({count})
      </h2>
      <ul className="rows">{children}</ul>
    </section>
  );
}

interface WorkRowProps extends Omit<WorkListProps, 'work' | 'addressOf'> {
  readonly work: WorkReply;
  readonly to: string;
}

function WorkRow({ work, asOf, withUnits, to }: WorkRowProps) {
  const { state, leads, muted, responsible } = work;
  const clock = clockWords(work, asOf);
  const people = [
    ...(withUnits ? [leads.map(({ name }) => name).join('; ')] : []),
    ...(responsible === null ? [] : [responsible.is_me ? 'Tôi phụ trách' : `Phụ trách: ${responsible.label}`]),
  ];
  return (
    <LinkRow
      to={to}
      title={
        <>
          {(state === 'superseded' || muted !== null) && (
            <span className="badges">
              {state === 'superseded' && <span className="badge">Kế hoạch mới đã thay</span>}
              {muted !== null && <span className="badge">Đang tạm dừng nhắc</span>}
            </span>
          )}
          <span className="feed__title">{workTitle(work)}</span>
        </>
      }
      lines={[
        ...people,
        `Hạn: ${dueWords(work)}`,
        ...(clock === '' ? [] : [<strong key="clock">{clock}</strong>]),
        ...saidLines(work),
      ]}
    />
  );
}
