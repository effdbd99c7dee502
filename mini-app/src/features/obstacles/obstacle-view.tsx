import type { ObstacleDetailReply } from '@phuong-so/shared/contracts/obstacles';
import type { ReactNode } from 'react';
import type { ObstacleEntry } from '../../api/obstacle-endpoints.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { printedMoment } from '../../ui/moments.ts';
import { printedDay } from '../../ui/vietnam-time.ts';
import { ObstacleBadges } from './obstacle-list.tsx';

const ACT_NAMES: Readonly<Record<ObstacleEntry['act'], string>> = {
  raised: 'Gửi lên',
  grouped: 'Gộp với ý kiến giống vậy',
  assigned: 'Giao đơn vị xử lý',
  answered: 'Trả lời',
  forwarded: 'Chuyển cấp trên',
  closed: 'Kết thúc',
  reopened: 'Mở lại',
  edited: 'Sửa lời',
};

/** One obstacle or proposal: its words, who has it, the answer, and what was done. `children`: what can be done now. */
export function ObstacleView({
  detail: { obstacle, log },
  children,
}: {
  detail: ObstacleDetailReply;
  children: ReactNode;
}) {
  const { title, body, code, created_at, unit, through, owner, due_on, answer, next, work } = obstacle;
  return (
    <>
      <div className="card">
        <ObstacleBadges obstacle={obstacle} />
        <h2 className="announcement__title">{title}</h2>
        <p className="sending-text">{body}</p>
        <p className="sending-state work-gap">{next}</p>
      </div>
      {answer !== null && (
        <Card heading="Trả lời của phường">
          <p className="sending-text">{answer}</p>
        </Card>
      )}
      <Card heading="Ai đang lo việc này">
        <dl className="facts">
          <dt>Mã theo dõi</dt>
          <dd>{code}</dd>
          <dt>Gửi ngày</dt>
          <dd>{printedDay(created_at)}</dd>
          <dt>Người gửi</dt>
          <dd>{unit?.name ?? 'Người dân'}</dd>
          {through !== null && (
            <>
              <dt>Qua đơn vị</dt>
              <dd>{through.name}</dd>
            </>
          )}
          <dt>Đơn vị xử lý</dt>
          <dd>{owner?.name ?? 'chưa giao'}</dd>
          <dt>Hạn trả lời</dt>
          <dd>{due_on === null ? 'chưa đặt' : printedDay(due_on)}</dd>
          {work !== null && (
            <>
              <dt>Về nhiệm vụ</dt>
              <dd>
                {work.no !== null && `${work.no}. `}
                {work.title}
              </dd>
            </>
          )}
        </dl>
      </Card>
      {children}
      <Card heading="Đã làm gì">
        <Disclosure show={`Xem ${log.length} việc đã ghi`} hide="Ẩn bớt">
          <ol className="sending-history">
            {log.map(({ at, act, office, note }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the record only grows
              <li key={index}>
                <strong>{ACT_NAMES[act]}</strong>
                <span>
                  {office}, {printedMoment(at)}
                </span>
                {note !== null && note !== '' && <span>“{note}”</span>}
              </li>
            ))}
          </ol>
        </Disclosure>
      </Card>
    </>
  );
}
