import type {
  BroadcastBody,
  BroadcastProgress,
  BroadcastReply,
  PreviewReply,
} from '@phuong-so/shared/contracts/broadcasts';
import type { FakeServer } from './fake-server.ts';
import { json, NAMED_WARD, PROFILE, SESSION, signedIn } from './fake-server.ts';

/** Invented for the invented ward. */
export function broadcast(change: Partial<BroadcastReply> = {}): BroadcastReply {
  return {
    ...{ id: 'gui-1', code: 'TB-7K2M9', ward: 'an-binh', groups: [{ id: 'to-1', name: 'Tổ dân phố 1' }] },
    ...{ kind: 'meeting', title: 'Mời họp tổ tháng 12', body: 'Kính mời bà con đến họp.', event: null },
    ...{ asks: 'attending', send_at: null, repeat: 'none', emergency_reason: null, attachment: null },
    ...{ state: 'draft', sender: 'Tổ trưởng Tổ dân phố 1', revision: 0, version: 1, note: null, approve_until: null },
    ...{ created_at: '2026-11-20T13:00:00Z', sent_at: null, mine: true, may_approve: false, demo: false },
    ...change,
  };
}

export function preview(change: Partial<PreviewReply> = {}): PreviewReply {
  return {
    texts: [
      { channel: 'oa', text: 'THÔNG BÁO\nKính mời bà con đến họp.\nMã: TB-7K2M9' },
      { channel: 'feed', text: 'Kính mời bà con đến họp.' },
    ],
    forward_text: 'Kính chuyển bà con: mời họp tổ. Mã kiểm tra TB-7K2M9',
    ...{ people: 142, reached: 118 },
    channels: [
      { channel: 'oa', people: 118, on: true },
      { channel: 'feed', people: 10, on: true },
      { channel: 'gmf', people: 0, on: false },
    ],
    unreached: [
      { reason: 'no_interaction_7_days', people: 20, explanation: 'Chưa nhắn cho phường trong 7 ngày.' },
      { reason: 'muted', people: 4, explanation: 'Đã tắt loại tin này.' },
    ],
    ...{ begins_at: '2026-11-21T02:01:00Z', ends_about: '2026-11-21T02:05:00Z' },
    ...{ needs_approval: false, blocked: [], warnings: [] },
    ...change,
  };
}

export function progress(change: Partial<BroadcastProgress> = {}): BroadcastProgress {
  return {
    ...{ id: 'gui-1', state: 'sending', revision: 0, people: 142, reached: 60, waiting: 70, seen: 5, correction: [] },
    channels: [
      {
        channel: 'oa',
        states: [
          { state: 'sent', count: 55 },
          { state: 'failed', count: 12 },
        ],
        reasons: [{ reason: 'no_interaction_7_days', count: 12 }],
      },
    ],
    answers: [
      { answer: 'yes', people: 34, count: 51 },
      { answer: 'no', people: 3, count: 3 },
    ],
    reads_by_hour: [
      { hour: '2026-11-21T02:00:00Z', reads: 4 },
      { hour: '2026-11-21T12:00:00Z', reads: 31 },
    ],
    updated_at: '2026-11-21T02:03:00Z',
    ...change,
  };
}

export const MEETING_TEMPLATE = {
  ...{ id: 'hop-to', kind: 'meeting', name: 'Mời họp tổ', title: 'Mời họp tổ dân phố', asks: 'attending' },
  body: 'Kính mời bà con dự họp về [việc bàn]. Mong bà con đến đúng giờ.',
} as const;

/** A server that knows this person by this office, with one announcement that every step changes. */
export function sendingServer(server: FakeServer, role: 'leader' | 'official' | 'resident', first = broadcast()) {
  server.wards = () => json({ wards: [NAMED_WARD] });
  signedIn(server);
  const group = role === 'leader' ? 'to-1' : null;
  const user = { ...SESSION.user, role, ward: role === 'resident' ? null : 'an-binh', group };
  server.replies.signIn = () => json({ ...SESSION, user });
  server.replies.me = () => json({ user, profile: PROFILE });
  let one = first;
  const show = (change: Partial<BroadcastReply>) => {
    one = { ...one, ...change, version: one.version + 1 };
    return json(one);
  };
  /** What was written, as the server would have it. */
  const write = (body: unknown) => {
    const { title, body: words, kind, event, asks, send_at, repeat, groups, emergency_reason } = body as BroadcastBody;
    const named = groups.map((id) => ({ id, name: NAMED_WARD.groups.find((group) => group.id === id)?.name ?? id }));
    return show({ title, body: words, kind, event, asks, send_at, repeat, groups: named, emergency_reason });
  };
  server.replies.writeBroadcast = (_url, body) => write(body);
  server.replies.changeBroadcast = (_url, body) => write(body);
  server.replies.broadcasts = () => json({ ward: 'an-binh', broadcasts: [one], next_cursor: null });
  server.replies.broadcast = () => json(one);
  server.replies.broadcastLog = () =>
    json({ entries: [{ at: one.created_at, act: 'written', office: one.sender, note: null, revision: 0 }] });
  server.replies.templates = () => json({ templates: [MEETING_TEMPLATE] });
  server.replies.preview = () => json(preview());
  server.replies.wrongReports = () => json({ reports: [] });
  server.replies.progress = () => json(progress({ state: one.state }));
  return { show, write };
}
