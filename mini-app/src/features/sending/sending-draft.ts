import type { BroadcastBody, BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import type { TemplateReply } from '../../api/broadcast-endpoints.ts';
import { blanksOf } from './blanks.ts';
import { inVietnam, isoFrom } from './day-and-time.ts';

/** At once, once at a time, and again and again from a time on. */
export type SendingTime = 'now' | 'once' | 'weekly' | 'monthly';

/** What stands in the fields of an announcement that is being written. */
export interface SendingDraft {
  readonly kind: BroadcastBody['kind'];
  readonly title: string;
  readonly body: string;
  readonly hasEvent: boolean;
  /** "2026-11-28"; empty = not chosen. Days and times are Vietnam's. */
  readonly eventDay: string;
  readonly eventTime: string;
  readonly place: string;
  readonly asks: BroadcastBody['asks'];
  readonly time: SendingTime;
  readonly sendDay: string;
  readonly sendTime: string;
  /** Ids of groups; [] = the whole ward. */
  readonly groups: readonly string[];
  readonly isEmergency: boolean;
  readonly emergencyReason: string;
  readonly attachment: BroadcastReply['attachment'];
}

export const LONGEST = { title: 120, body: 1500, place: 200, emergencyReason: 300 } as const;
const SHORTEST = 3;
const SHORTEST_REASON = 10;

export function emptyDraft(groups: readonly string[]): SendingDraft {
  return {
    ...{ kind: 'general', title: '', body: '', hasEvent: false, eventDay: '', eventTime: '', place: '' },
    ...{ asks: 'none', time: 'now', sendDay: '', sendTime: '', groups, isEmergency: false, emergencyReason: '' },
    attachment: null,
  };
}

/** The template's words in the place of the draft's; what only the writer knows stays. */
export function fromTemplate(draft: SendingDraft, { kind, title, body, asks }: TemplateReply): SendingDraft {
  // Where people are asked whether they come, there is something to come to.
  const hasEvent = draft.hasEvent || asks === 'attending';
  return { ...draft, kind, title, body, asks, hasEvent, isEmergency: kind === 'urgent' && draft.isEmergency };
}

export function draftOf(one: BroadcastReply): SendingDraft {
  const { kind, title, body, event, asks, send_at, repeat, groups, emergency_reason, attachment } = one;
  const at = event === null ? null : inVietnam(event.starts_at);
  const sent = send_at === null ? null : inVietnam(send_at);
  return {
    ...{ kind, title, body, asks, attachment },
    ...{ hasEvent: event !== null, eventDay: at?.day ?? '', eventTime: at?.time ?? '', place: event?.place ?? '' },
    ...{ sendDay: sent?.day ?? '', sendTime: sent?.time ?? '' },
    time: repeat === 'none' ? (send_at === null ? 'now' : 'once') : repeat,
    groups: groups.map(({ id }) => id),
    ...{ isEmergency: emergency_reason !== null, emergencyReason: emergency_reason ?? '' },
  };
}

/** The same words as a new announcement: times of the old one are over. */
export function copyOf(one: BroadcastReply): SendingDraft {
  const times = { eventDay: '', eventTime: '', time: 'now', sendDay: '', sendTime: '' } as const;
  return { ...draftOf(one), ...times, isEmergency: false, emergencyReason: '' };
}

export type Complaints = Partial<Record<keyof SendingDraft, string>>;

/** By field, in words that say what to write. `now`: ISO time. */
export function complaintsAbout(draft: SendingDraft, now: string): Complaints {
  return {
    ...wordComplaints(draft),
    ...(draft.hasEvent && eventComplaints(draft, now)),
    ...(timeOf(draft) !== 'now' && timeComplaints(draft, now)),
    ...(isUrgent(draft) &&
      draft.emergencyReason.trim().length < SHORTEST_REASON && {
        emergencyReason: 'Xin ghi rõ vì sao phải gửi ngay, ít nhất 10 chữ cái. Phường sẽ đọc lý do này.',
      }),
  };
}

/** Of a correction: what has begun already can still be corrected. */
export function correctionComplaints(draft: SendingDraft): Complaints {
  const { hasEvent, eventDay, eventTime } = draft;
  return {
    ...wordComplaints(draft),
    ...(hasEvent && eventDay === '' && { eventDay: 'Xin chọn ngày.' }),
    ...(hasEvent && eventTime === '' && { eventTime: 'Xin chọn giờ.' }),
  };
}

function wordComplaints({ title, body }: Pick<SendingDraft, 'title' | 'body'>): Complaints {
  return {
    ...wordComplaint('title', title, 'Xin ghi tiêu đề.'),
    ...wordComplaint('body', body, 'Xin ghi nội dung.'),
  };
}

function wordComplaint(field: 'title' | 'body', text: string, missing: string): Complaints {
  if (text.trim().length < SHORTEST) return { [field]: missing };
  const [blank] = blanksOf(text);
  return blank === undefined ? {} : { [field]: `Còn chỗ chưa điền: ${blank}.` };
}

function eventComplaints({ eventDay, eventTime }: SendingDraft, now: string): Complaints {
  if (eventDay === '') return { eventDay: 'Xin chọn ngày, hoặc bỏ chọn “Có thời gian, địa điểm”.' };
  if (eventTime === '') return { eventTime: 'Xin chọn giờ.' };
  return isoFrom(eventDay, eventTime) <= zoned(now) ? { eventDay: 'Ngày giờ này đã qua.' } : {};
}

function timeComplaints({ sendDay, sendTime, hasEvent, eventDay, eventTime }: SendingDraft, now: string): Complaints {
  if (sendDay === '') return { sendDay: 'Xin chọn ngày gửi.' };
  if (sendTime === '') return { sendTime: 'Xin chọn giờ gửi.' };
  const at = isoFrom(sendDay, sendTime);
  if (at <= zoned(now)) return { sendDay: 'Giờ gửi này đã qua. Xin chọn giờ khác, hoặc chọn “Ngay khi bấm gửi”.' };
  const isLate = hasEvent && eventDay !== '' && eventTime !== '' && at >= isoFrom(eventDay, eventTime);
  return isLate ? { sendDay: 'Giờ gửi phải trước giờ của buổi họp, buổi học.' } : {};
}

/** Times are compared as texts in one zone. */
function zoned(now: string): string {
  const { day, time } = inVietnam(now);
  return isoFrom(day, time);
}

/** An emergency goes at once and once, whatever was chosen before. */
function timeOf(draft: SendingDraft): SendingTime {
  return isUrgent(draft) ? 'now' : draft.time;
}

export function isUrgent({ kind, isEmergency }: SendingDraft): boolean {
  return kind === 'urgent' && isEmergency;
}

/** Enough of it is there for the server to keep it, blanks and all. */
export function isKeepable(draft: SendingDraft): boolean {
  const { title, body, hasEvent, eventDay, eventTime, sendDay, sendTime } = draft;
  const hasWords = title.trim().length >= SHORTEST && body.trim().length >= SHORTEST;
  const isTimed =
    (timeOf(draft) === 'now' || (sendDay !== '' && sendTime !== '')) && (!hasEvent || bothOrNone(eventDay, eventTime));
  return hasWords && isTimed && (!isUrgent(draft) || draft.emergencyReason.trim().length >= SHORTEST_REASON);
}

function bothOrNone(day: string, time: string): boolean {
  return (day === '') === (time === '');
}

/** For a draft that `isKeepable`. */
export function toBody(draft: SendingDraft): Omit<BroadcastBody, 'ward' | 'key'> {
  const { kind, title, body, asks, groups, sendDay, sendTime, emergencyReason, attachment } = draft;
  const time = timeOf(draft);
  return {
    ...{ kind, title: title.trim(), body: body.trim(), asks, groups: [...groups] },
    event: eventOf(draft),
    send_at: time === 'now' ? null : isoFrom(sendDay, sendTime),
    repeat: time === 'now' || time === 'once' ? 'none' : time,
    emergency_reason: isUrgent(draft) ? emergencyReason.trim() : null,
    attachment: attachment?.id ?? null,
  };
}

export function eventOf({ hasEvent, eventDay, eventTime, place }: SendingDraft): BroadcastBody['event'] {
  if (!hasEvent || eventDay === '' || eventTime === '') return null;
  return { starts_at: isoFrom(eventDay, eventTime), place: place.trim() === '' ? null : place.trim() };
}

/** Whether saving would change nothing. */
export function isSame(one: SendingDraft, other: SendingDraft): boolean {
  return JSON.stringify(toBody(one)) === JSON.stringify(toBody(other));
}
