import type { ProposalsReply, WorkDetailReply, WorkReply } from '@phuong-so/shared/contracts/work';
import type { KeptTargetReply } from '@phuong-so/shared/contracts/work-targets';
import { FakeServer, json, NAMED_WARD, PROFILE, SESSION, signedIn } from './fake-server.ts';

const CULTURE = { id: 'vhxh', name: 'Phòng Văn hóa - Xã hội' };
const ECONOMY = { id: 'kinh-te', name: 'Phòng Kinh tế' };

/** Invented for the invented ward. */
export function provenance(change: Partial<WorkReply['from']> = {}): WorkReply['from'] {
  return {
    ...{ document_id: 'plan-1', document: '43/KH-UBND', document_date: '2025-09-15', fact_id: 'task-1' },
    ...{ origin: 'appendix', group: 'Phổ cập kỹ năng số', no: '1', title: 'Mở lớp học kỹ năng số' },
    ...{ lead: ['Phòng Văn hóa - Xã hội'], coordinating: ['Phòng Kinh tế'], due: 'Tháng 9/2025' },
    ...{ section: 'II.1', annex: 'I', quote: 'Mở lớp học kỹ năng số tại nhà văn hóa mỗi tháng một buổi.' },
    ...change,
  };
}

export function work(change: Partial<WorkReply> = {}): WorkReply {
  return {
    ...{ id: 'viec-1', ward: 'an-binh', from: provenance(), group: 'Phổ cập kỹ năng số', no: '1' },
    ...{ title: 'Mở lớp học kỹ năng số', leads: [CULTURE], coordinating: [ECONOMY] },
    due: { kind: 'month', text: 'Tháng 9/2025', last_day: '2025-09-30', event: null },
    ...{ event_on: null, due_after_event: null, responsible: null, state: 'open', standing: 'overdue' },
    ...{ next_day: '2025-09-30', due_before_plan: false, muted: null, reported: null, confirmed: null },
    ...{ may: ['edit', 'report_lead', 'confirm', 'take', 'mute'], version: 3 },
    ...change,
  };
}

export function progress(change: Partial<NonNullable<WorkReply['reported']>> = {}): NonNullable<WorkReply['reported']> {
  return {
    ...{ state: 'in_progress', percent: 60, count: null, note: 'Đã mở 12 lớp.', obstacle: '', evidence: [] },
    ...{ at: '2026-11-12T03:00:00Z', unit: CULTURE },
    ...change,
  };
}

export function detail(one: WorkReply = work(), change: Partial<WorkDetailReply> = {}): WorkDetailReply {
  const first = {
    ...{ at: '2026-10-01T03:00:00Z', act: 'confirmed_from_plan' as const, office: CULTURE.name },
    ...{ note: null, changes: [], version: 1 },
  };
  return { work: one, reports: [], log: [first], ...change };
}

export function proposal(change: Partial<ProposalsReply['tasks'][number]> = {}): ProposalsReply['tasks'][number] {
  return {
    ...{ from: provenance(), leads: [CULTURE], coordinating: [ECONOMY] },
    due: { kind: 'month', text: 'Tháng 9/2025', last_day: '2025-09-30', event: null },
    ...{ collective: false, due_before_plan: false, match: 'new', changes: [], work_ids: [] },
    ...change,
  };
}

export function proposals(change: Partial<ProposalsReply> = {}): ProposalsReply {
  return {
    ward: 'an-binh',
    documents: [{ document_id: 'plan-1', number: '43/KH-UBND', date: '2025-09-15', title: null, superseded_by: null }],
    units: [CULTURE, ECONOMY],
    tasks: [proposal()],
    targets: [],
    ...change,
  };
}

export function keptTarget(change: Partial<KeptTargetReply> = {}): KeptTargetReply {
  return {
    ...{ id: 'ct-1', from: provenance({ fact_id: 'target-1' }), name: 'người dân có chữ ký số', unit: '%' },
    ...{ values: { '2025': null, '2030': '≥70' }, leads: [CULTURE], contradicts: [], reported: [] },
    ...{ next: { year: '2030', value: '≥70' }, standing: 'no_figure', may: ['report', 'confirm'] },
    ...change,
  };
}

/** A server that knows one official of the unit that gathers for the ward, with these tasks. */
export function workServer(all: readonly WorkReply[] = [work()]): FakeServer {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  signedIn(server);
  const user = { ...SESSION.user, role: 'official', ward: 'an-binh', unit: CULTURE.name };
  server.replies.signIn = () => json({ ...SESSION, user });
  server.replies.me = () => json({ user, profile: PROFILE });
  server.replies.workNotices = () => json({ as_of: '2026-11-21', lead: null, notices: [] });
  server.replies.work = ({ searchParams }) => {
    const some = searchParams.get('unit') === null ? all : all.filter((one) => one.leads.includes(CULTURE));
    return json({
      ...{ ward: 'an-binh', as_of: '2026-11-21', unit: CULTURE, standing_unit: true, counts: {} },
      ...{ work: some, next_cursor: null },
    });
  };
  server.replies.oneWork = ({ pathname }) => {
    const id = pathname.split('/').pop();
    return json(detail(all.find((one) => one.id === id)));
  };
  server.replies.workProposals = () => json(proposals());
  return server;
}

export { CULTURE, ECONOMY };
