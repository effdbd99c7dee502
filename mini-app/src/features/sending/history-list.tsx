import type { LogEntry } from '../../api/broadcast-endpoints.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { printedMoment } from '../../ui/moments.ts';
import { ACT_NAMES } from './sending-words.ts';

/** Who did what and when, by office. */
export function HistoryList({ entries }: { readonly entries: readonly LogEntry[] }) {
  return (
    <Card heading="Ai đã làm gì">
      <Disclosure show={`Xem ${entries.length} việc đã ghi`} hide="Ẩn bớt">
        <ol className="sending-history">
          {entries.map(({ at, act, office, note }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the record only grows at its end
            <li key={index}>
              <strong>{ACT_NAMES[act]}</strong>
              <span>
                {office === '' ? 'Hệ thống' : office}, {printedMoment(at)}
              </span>
              {note !== null && <span>“{note}”</span>}
            </li>
          ))}
        </ol>
      </Disclosure>
    </Card>
  );
}
