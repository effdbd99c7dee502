import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { printedMoment } from '../../ui/moments.ts';
import { LinkRow } from '../../ui/row.tsx';
import { audienceWords, isEmergency, STATE_NAMES, timeWords } from './sending-words.ts';

interface SendingBadgesProps {
  readonly broadcast: BroadcastReply;
}

/** In words: emergency, state, kind, corrected, invented for a demonstration. */
export function SendingBadges({ broadcast }: SendingBadgesProps) {
  const { state, kind, revision, demo } = broadcast;
  return (
    <span className="badges">
      {isEmergency(broadcast) && <span className="badge badge--danger">Khẩn cấp</span>}
      <span className={stateBadge(state)}>{STATE_NAMES[state]}</span>
      <span className="badge">{KIND_NAMES[kind]}</span>
      {revision > 0 && <span className="badge badge--warning">Đã đính chính</span>}
      {demo && <span className="badge badge--warning">Bản trình diễn</span>}
    </span>
  );
}

function stateBadge(state: BroadcastReply['state']): string {
  if (state === 'sent') return 'badge badge--good';
  const needsSomebody = state === 'awaiting_approval' || state === 'returned' || state === 'stopped';
  return needsSomebody ? 'badge badge--warning' : 'badge';
}

/** One announcement in the list, leading to its page. */
export function SendingRow({ broadcast, to }: SendingBadgesProps & { readonly to: string }) {
  const { title, groups, sender, mine } = broadcast;
  return (
    <LinkRow
      to={to}
      title={
        <>
          <SendingBadges broadcast={broadcast} />
          <span className="feed__title">{title}</span>
        </>
      }
      lines={[mine ? audienceWords(groups) : `${sender} · ${audienceWords(groups)}`, momentOf(broadcast)]}
    />
  );
}

function momentOf(broadcast: BroadcastReply): string {
  const { state, sent_at, created_at, approve_until } = broadcast;
  if (state === 'sent' && sent_at !== null) return `Gửi xong ${printedMoment(sent_at)}`;
  if (state === 'scheduled') return timeWords(broadcast);
  if (state === 'awaiting_approval' && approve_until !== null) return `Hạn duyệt ${printedMoment(approve_until)}`;
  return `Soạn ${printedMoment(created_at)}`;
}
