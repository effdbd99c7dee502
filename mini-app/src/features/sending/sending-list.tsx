import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { PenLine } from 'lucide-react';
import { useId } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { dayOf, timeOfDay } from '../../ui/vietnam-time.ts';
import type { KeptDraft } from './draft-store.ts';
import { SendingRow } from './sending-row.tsx';

/** In the order in which somebody has to do something. */
const PARTS: readonly { readonly title: string; readonly states: readonly BroadcastReply['state'][] }[] = [
  { title: 'Chờ duyệt', states: ['awaiting_approval'] },
  { title: 'Nháp', states: ['draft', 'returned'] },
  { title: 'Đã hẹn giờ', states: ['scheduled'] },
  { title: 'Đang gửi', states: ['sending'] },
  { title: 'Đã gửi', states: ['sent', 'stopped'] },
];

interface SendingListProps {
  readonly broadcasts: readonly BroadcastReply[];
  /** Begun on this device and not yet at the server; null = none. */
  readonly begun: KeptDraft | null;
  readonly writeAddress: string;
  readonly addressOf: (id: string) => string;
}

/** What was written, by how far it is. */
export function SendingList({ broadcasts, begun, writeAddress, addressOf }: SendingListProps) {
  const cancelled = broadcasts.filter(({ state }) => state === 'cancelled');
  const row = (broadcast: BroadcastReply) => (
    <SendingRow key={broadcast.id} broadcast={broadcast} to={addressOf(broadcast.id)} />
  );
  return (
    <>
      {begun !== null && <Begun draft={begun} writeAddress={writeAddress} />}
      {PARTS.map(({ title, states }) => (
        <Part
          key={title}
          title={title}
          broadcasts={broadcasts.filter(({ state }) => states.includes(state))}
          row={row}
        />
      ))}
      {cancelled.length > 0 && (
        <Disclosure show={`Xem ${cancelled.length} bản đã hủy`} hide="Ẩn bản đã hủy">
          <ul className="rows sending-cancelled">{cancelled.map(row)}</ul>
        </Disclosure>
      )}
    </>
  );
}

function Begun({
  draft: { fields, changedAt },
  writeAddress,
}: Pick<SendingListProps, 'writeAddress'> & { readonly draft: KeptDraft }) {
  return (
    <ul className="rows" aria-label="Bản đang soạn trên máy này">
      <LinkRow
        to={writeAddress}
        icon={<PenLine aria-hidden="true" size={24} />}
        title={`Đang soạn dở: ${fields.title.trim() || 'chưa có tiêu đề'}`}
        lines={[`Giữ trên máy này, ${timeOfDay(changedAt)} ngày ${dayOf(changedAt)}`]}
      />
    </ul>
  );
}

interface PartProps {
  readonly title: string;
  readonly broadcasts: readonly BroadcastReply[];
  readonly row: (broadcast: BroadcastReply) => React.ReactNode;
}

function Part({ title, broadcasts, row }: PartProps) {
  const id = useId();
  if (broadcasts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="sending-heading">
        {title} ({broadcasts.length})
      </h2>
      <ul className="rows">{broadcasts.map(row)}</ul>
    </section>
  );
}
