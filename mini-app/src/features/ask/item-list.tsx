import { CalendarClock, UserRound, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { ItemReply } from '../../api/phuong-so-api.ts';

const SHOWN_AT_FIRST = 5;

const STATE_WORDS: Readonly<Record<NonNullable<ItemReply['state']>, string | null>> = {
  overdue: 'Đã quá hạn',
  due_soon: 'Sắp đến hạn',
  upcoming: 'Còn hạn',
  waiting_for_event: 'Chưa định ngày',
  no_date: null,
};

interface ItemListProps {
  readonly items: readonly ItemReply[];
}

/** Every task or target of the answer; a long list opens on request. */
export function ItemList({ items }: ItemListProps) {
  const [isOpen, setOpen] = useState(false);
  if (items.length === 0) return null;
  const shown = isOpen ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <div className="item-list">
      <ol>
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one answer is fixed, and titles can repeat
          <li key={index} className="item">
            <Item item={item} number={index + 1} />
          </li>
        ))}
      </ol>
      {items.length > SHOWN_AT_FIRST && (
        <button type="button" className="button button--quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Thu gọn' : `Xem tất cả (${items.length})`}
        </button>
      )}
    </div>
  );
}

function Item({ item, number }: { readonly item: ItemReply; readonly number: number }) {
  const state = item.state === null ? null : STATE_WORDS[item.state];
  return (
    <>
      <p className="item__title">
        <span className="item__number">{number}</span>
        <span>{item.title}</span>
      </p>
      <ul className="item__facts">
        {item.lead.length > 0 && (
          <li className="item__fact">
            <UserRound aria-hidden="true" size={18} />
            <span>Chủ trì: {item.lead.join('; ')}</span>
          </li>
        )}
        {item.coordinating.length > 0 && (
          <li className="item__fact">
            <UsersRound aria-hidden="true" size={18} />
            <span>Phối hợp: {item.coordinating.join('; ')}</span>
          </li>
        )}
        {(item.due !== null || state !== null) && (
          <li className="item__fact">
            <CalendarClock aria-hidden="true" size={18} />
            <span>
              {item.due !== null && <>Thời hạn: {item.due} </>}
              {state !== null && <span className={`state-tag state-tag--${item.state}`}>{state}</span>}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
