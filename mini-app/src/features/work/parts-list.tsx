import type { WorkDetailReply } from '@phuong-so/shared/contracts/work';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { OpenEvidence } from './evidence-list.tsx';
import { ProgressBody } from './word-sides.tsx';

type Part = WorkDetailReply['reports'][number];

const STATE_NAMES: Readonly<Record<Part['state'], string>> = {
  reported: 'Đơn vị tự báo, chưa xác nhận',
  confirmed: 'Đã xác nhận',
  returned: 'Đã trả lại',
};
const STATE_BADGES: Readonly<Record<Part['state'], string>> = {
  reported: 'badge',
  confirmed: 'badge badge--good',
  returned: 'badge badge--warning',
};

interface PartsListProps {
  readonly reports: readonly Part[];
  readonly onOpen: OpenEvidence;
}

/** What coordinating units contribute, the newest word of each; older words of everybody on request. */
export function PartsList({ reports, onOpen }: PartsListProps) {
  const newestFirst = [...reports].sort((a, b) => Date.parse(b.progress.at) - Date.parse(a.progress.at));
  const parts = newestFirst.filter(
    (one, at) =>
      one.as === 'part' &&
      newestFirst.findIndex(({ as, progress }) => as === 'part' && progress.unit.id === one.progress.unit.id) === at,
  );
  const one = (part: Part) => <OnePart key={part.id} part={part} onOpen={onOpen} />;
  return (
    <>
      {parts.length > 0 && (
        <Card heading="Phần của đơn vị phối hợp">
          <ul>{parts.map(one)}</ul>
        </Card>
      )}
      {newestFirst.length > 0 && (
        <Card heading="Các lần báo cáo">
          <Disclosure show={`Xem ${newestFirst.length} lần báo cáo`} hide="Ẩn bớt">
            <ul>{newestFirst.map(one)}</ul>
          </Disclosure>
        </Card>
      )}
    </>
  );
}

function OnePart({
  part: { state, as, progress, decision_note: note },
  onOpen,
}: { part: Part } & Pick<PartsListProps, 'onOpen'>) {
  return (
    <li className="word-sides__one work-gap">
      <span className="badges">
        <span className={STATE_BADGES[state]}>{STATE_NAMES[state]}</span>
        {as === 'part' && <span className="badge">Phối hợp</span>}
      </span>
      <ProgressBody progress={progress} onOpen={onOpen} />
      {note !== null && <p className="work-said">Lời nhắn khi trả lại: “{note}”</p>}
    </li>
  );
}
