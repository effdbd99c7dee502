import type { UnreachedReply } from '../../api/broadcast-endpoints.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { counted } from './sending-words.ts';

/** Whom to tell in person, by group and reason. Nobody's name or number is known here. */
export function UnreachedView({ unreached: { groups, advice } }: { readonly unreached: UnreachedReply }) {
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  if (people === 0) return <p className="empty">Tin đã đến với mọi người dùng Phường Số và Zalo của phường.</p>;
  return (
    <>
      <p className="lead">{counted(people)} người chưa nhận được tin.</p>
      <div className="sending-notice">
        <Notice tone="info">{advice}</Notice>
      </div>
      {groups
        .filter((group) => group.people > 0)
        .map(({ group, people: count, reasons }) => (
          <Card key={group ?? ''} heading={`${group ?? 'Chưa rõ tổ'}: ${counted(count)} người`}>
            <ul className="sending-lines">
              {reasons.map(({ reason, people: some, explanation }) => (
                <li key={reason}>
                  <strong>{counted(some)} người:</strong> {explanation}
                </li>
              ))}
            </ul>
          </Card>
        ))}
    </>
  );
}
