import { CalendarClock, UserRound, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { ItemReply } from '../../api/phuong-so-api.ts';
import { StateTag, stateWords } from '../../ui/task-state.tsx';

const SHOWN_AT_FIRST = 5;

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
        {(item.due !== null || stateWords(item.state) !== null) && (
          <li className="item__fact">
            <CalendarClock aria-hidden="true" size={18} />
            <span>
              {item.due !== null && <>Thời hạn: {item.due} </>}
              <StateTag state={item.state} />
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
