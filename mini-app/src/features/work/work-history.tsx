import type { WorkDetailReply } from '@phuong-so/shared/contracts/work';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { printedMoment } from '../../ui/moments.ts';
import { ChangeList } from './change-list.tsx';
import { ACT_NAMES } from './work-words.ts';

/** Which office did what, and when; newest first. */
export function WorkHistory({ log }: { readonly log: WorkDetailReply['log'] }) {
  const newestFirst = [...log].sort((a, b) => b.version - a.version || Date.parse(b.at) - Date.parse(a.at));
  return (
    <Card heading="Ai đã làm gì">
      <Disclosure show={`Xem ${log.length} việc đã ghi`} hide="Ẩn bớt">
        <ol className="sending-history">
          {newestFirst.map(({ at, act, office, note, changes }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: read anew as a whole
            <li key={index}>
              <strong>{ACT_NAMES[act]}</strong>
              <span>
                {office === '' ? 'Hệ thống' : office}, {printedMoment(at)}
              </span>
              {note !== null && note !== '' && <span>“{note}”</span>}
              <ChangeList changes={changes} />
            </li>
          ))}
        </ol>
      </Disclosure>
    </Card>
  );
}
