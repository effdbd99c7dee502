import type { ReportDraftReply } from '@phuong-so/shared/contracts/report-drafts';
import { reportTextBlocks } from '@phuong-so/shared/domain/report-text';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../fakes/read-workbook.ts';
import { type ReportingServer, reportingServer } from '../fakes/reporting-server.ts';

const WARD = 'nguyen-dai-nang';
const ECONOMY = 'Phòng Kinh tế, Hạ tầng và Đô thị';
let desk: ReportingServer;
beforeAll(async () => {
  desk = await reportingServer();
  await desk.confirmPlan(WARD);
});
afterAll(() => desk.close());

const call = (who: string, method: string, path: string, body?: unknown) => desk.call(who, WARD, method, path, body);
async function ok(who: string, method: string, path: string, body?: unknown): Promise<ReportDraftReply> {
  const reply = await call(who, method, path, body);
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.json;
}
const open = (who: string, body: object) => ok(who, 'POST', '/report-drafts', { ward: WARD, kind: 'yearly', ...body });
const text = ({ sections }: ReportDraftReply, id: string) => sections.find((one) => one.id === id)?.text ?? '';

/** A unit's word on the first task that it leads, confirmed or not. */
async function word(unit: string, change: object, confirm: boolean) {
  const { work } = (await call(unit, 'GET', `/work?ward=${WARD}&unit=${encodeURIComponent(unit)}`)).json;
  const item = work.find(({ may }: { may: string[] }) => may.includes('report_lead'));
  const said = { state: 'in_progress', percent: null, count: null, note: '', obstacle: '', evidence: [] };
  const reply = await call(unit, 'POST', `/work/${item.id}/reports`, { key: `${unit}-${confirm}`, ...said, ...change });
  expect(reply.status, reply.text).toBeLessThan(300);
  if (confirm) {
    const detail = (await call('standing', 'GET', `/work/${item.id}`)).json;
    const report = detail.reports.at(-1);
    const body = { version: detail.work.version, confirm: true, note: null };
    const decided = await call('standing', 'POST', `/work/${item.id}/reports/${report.id}/decision`, body);
    expect(decided.status, decided.text).toBeLessThan(300);
  }
  return item as { no: string; title: string };
}

test('the ward’s own is drafted by the standing unit from what was entered; before that it says so', async () => {
  const before = await open('standing', { period: '2026' });
  expect(text(before, 'situation')).toContain('Theo kết quả đã được xác nhận');
  expect(text(before, 'situation')).toContain('- 5 nhiệm vụ quá hạn theo kế hoạch, chưa có xác nhận hoàn thành.');
  expect(text(before, 'situation')).toContain('chưa có đơn vị nào báo cáo');
  expect(text(before, 'targets')).toContain('Chưa có số liệu');
  expect(text(before, 'evidence')).toBe('Chưa có minh chứng nào được nhập trong kỳ.');
  const evidence = [{ kind: 'figure', title: 'Biên bản', value: '12 buổi' }];
  const item = await word(ECONOMY, { percent: 61, note: 'Đã kết nối', obstacle: 'Thiếu kinh phí', evidence }, true);
  expect(await open('standing', { period: '2026' })).toEqual(before);
  const after = await ok('standing', 'POST', `/report-drafts/${before.id}/redraft`, { version: before.version });
  expect(after).toMatchObject({ version: 2, left_alone: [], may: ['edit', 'redraft', 'hand_in'] });
  const [table] = reportTextBlocks(text(after, 'results'));
  const row = table?.kind === 'table' ? table.rows.find((cells) => cells[1] === item.title) : undefined;
  expect(row?.slice(4)).toEqual(['Đang làm, 61%. Đã kết nối. (21/11/2026)', 'Đã được xác nhận']);
  expect(text(after, 'obstacles')).toContain(`(${ECONOMY} báo cáo ngày 21/11/2026): Thiếu kinh phí.`);
  expect(text(after, 'evidence')).toContain('Biên bản: 12 buổi');
});

test('a target’s figure stands beside its milestone, reported apart from confirmed', async () => {
  const { targets } = (await call('standing', 'GET', `/work-targets?ward=${WARD}`)).json;
  const [one] = targets;
  const value = { key: 'v1', period: '2026-Q3', value: '82,5%', source: 'Cổng dịch vụ công', note: '' };
  expect((await call('standing', 'POST', `/work-targets/${one.id}/values`, value)).status).toBeLessThan(300);
  const draft = await open('standing', { kind: 'on_demand', period: '2026-01-01..2026-11-21' });
  expect(draft.period_words).toBe('từ ngày 01/01/2026 đến ngày 21/11/2026');
  const [table] = reportTextBlocks(text(draft, 'targets'));
  const row = table?.kind === 'table' ? table.rows.find((cells) => cells[1]?.startsWith(one.name)) : undefined;
  expect(row?.slice(3)).toEqual(['Chưa có số liệu', '82,5% (quý 3 năm 2026; Cổng dịch vụ công): đạt mốc']);
});

describe('edited', () => {
  test('at the version that was seen; what was edited stays when it is drafted anew, and every version is kept', async () => {
    const draft = await open('standing', { kind: 'half_year', period: '2026-H1' });
    const change = { version: 1, sections: [{ id: 'next', text: 'Tập huấn. Gọi 0912345678.' }] };
    const edited = await ok('standing', 'PATCH', `/report-drafts/${draft.id}`, change);
    expect(text(edited, 'next')).toBe('Tập huấn. Gọi [số điện thoại].');
    const late = await call('standing', 'PATCH', `/report-drafts/${draft.id}`, change);
    expect([late.status, late.json.error.code]).toEqual([409, 'report_changed']);
    const again = await ok('standing', 'POST', `/report-drafts/${draft.id}/redraft`, { version: 2 });
    expect(again.left_alone).toEqual(['next']);
    expect(text(again, 'next')).toBe(text(edited, 'next'));
    const fresh = { version: again.version, sections: ['next'] };
    const replaced = await ok('standing', 'POST', `/report-drafts/${draft.id}/redraft`, fresh);
    expect([text(replaced, 'next'), replaced.left_alone]).toEqual([text(draft, 'next'), []]);
    const { versions } = (await call('standing', 'GET', `/report-drafts/${draft.id}/versions`)).json;
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    expect(versions[1]).toMatchObject({ office: 'Phòng Văn hóa - Xã hội' });
    const none = { version: 3, sections: [{ id: 'no-such', text: 'x' }] };
    expect((await call('standing', 'PATCH', `/report-drafts/${draft.id}`, none)).status).toBe(404);
  });

  test('of two at once one is told', async () => {
    const draft = await open('standing', { period: '2025' });
    const change = (words: string) =>
      call('standing', 'PATCH', `/report-drafts/${draft.id}`, { version: 1, sections: [{ id: 'next', text: words }] });
    const replies = await Promise.all([change('A'), change('B')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a period that has not begun or does not exist is none', async () => {
    for (const [kind, period] of [
      ['yearly', '2027'],
      ['half_year', '2026'],
      ['on_demand', '2026-02-30..2026-03-01'],
      ['on_demand', '2026-03-02..2026-03-01'],
    ]) {
      const { json, status } = await call('standing', 'POST', '/report-drafts', { ward: WARD, kind, period });
      expect([status, json.error.code], period).toEqual([400, 'report_period']);
    }
  });
});

describe('a unit’s own report', () => {
  test('is written by that unit, handed in, and taken in by the standing unit; its words go into the ward’s', async () => {
    const unit = await open(ECONOMY, { kind: 'on_demand', period: '2026-10-01..2026-11-20', unit: 'kt-ht-dt' });
    expect(unit).toMatchObject({ unit: { id: 'kt-ht-dt' }, may: ['edit', 'redraft', 'hand_in'] });
    expect(text(unit, 'situation')).toContain(`${ECONOMY} báo cáo kết quả`);
    const path = `/report-drafts/${unit.id}`;
    const change = { version: 1, sections: [{ id: 'obstacles', text: 'Thiếu người vận hành.' }] };
    for (const who of ['standing', 'Công an phường']) expect((await call(who, 'PATCH', path, change)).status).toBe(403);
    const edited = await ok(ECONOMY, 'PATCH', path, change);
    expect((await call('standing', 'POST', `${path}/state`, { version: 2, state: 'taken_in' })).status).toBe(409);
    const handed = await ok(ECONOMY, 'POST', `${path}/state`, { version: edited.version, state: 'handed_in' });
    expect((await call(ECONOMY, 'PATCH', path, { ...change, version: 3 })).json.error.code).toBe('report_wrong_state');
    const ward = await open('standing', { kind: 'on_demand', period: '2026-10-01..2026-11-20' });
    expect(ward.waiting.map(({ id }) => id)).toEqual([unit.id]);
    expect(text(ward, 'situation')).toContain(`đã gửi, chờ tiếp nhận: ${ECONOMY}.`);
    expect((await call(ECONOMY, 'POST', `${path}/state`, { version: 3, state: 'taken_in' })).status).toBe(403);
    await ok('standing', 'POST', `${path}/state`, { version: handed.version, state: 'taken_in' });
    const summed = await ok('standing', 'POST', `/report-drafts/${ward.id}/redraft`, { version: ward.version });
    expect(text(summed, 'obstacles')).toContain(`Theo báo cáo của ${ECONOMY}:\nThiếu người vận hành.`);
    expect(summed.waiting).toEqual([]);
  });

  test('another unit’s, the ward’s by a unit, and another ward’s are nobody’s to draft', async () => {
    const body = { ward: WARD, kind: 'yearly', period: '2024' };
    expect((await call('Công an phường', 'POST', '/report-drafts', body)).status).toBe(403);
    expect((await call('Công an phường', 'POST', '/report-drafts', { ...body, unit: 'kt-ht-dt' })).status).toBe(403);
    expect((await desk.call('standing', 'tran-lieu', 'POST', '/report-drafts', body)).status).toBe(403);
    expect((await call('standing', 'POST', '/report-drafts', { ...body, ward: 'no-such' })).status).toBe(404);
  });
});

describe('files', () => {
  async function download(id: string, kind: 'docx' | 'xlsx') {
    const { url, name } = (await call('standing', 'POST', `/report-drafts/${id}/downloads`, { kind })).json;
    const reply = await desk.server.call('GET', url);
    expect(reply.status, reply.text.slice(0, 200)).toBe(200);
    expect(reply.headers.get('cache-control')).toContain('no-store');
    return { name, bytes: reply.bytes, head: reply.headers.get('content-disposition') };
  }

  test('Word says whose it is, that it is a draft, and to whom the plan sends it; Excel has the same tables', async () => {
    const draft = await open('standing', { period: '2026' });
    const word = await download(draft.id, 'docx');
    expect(word.name).toBe(`du-thao-bao-cao-2026-ban-${draft.version}.docx`);
    expect(word.head).toMatch(/^attachment; /);
    const xml = await (await JSZip.loadAsync(word.bytes)).file('word/document.xml')?.async('text');
    for (const said of [
      'PHƯỜNG NGUYỄN ĐẠI NĂNG',
      'DỰ THẢO',
      'Số: ……/BC-UBND',
      'Kế hoạch số 43/KH-UBND ngày 19/09/2025',
    ])
      expect(xml).toContain(said);
    const sheets = await readWorkbook((await download(draft.id, 'xlsx')).bytes);
    const table = reportTextBlocks(text(draft, 'results')).find((block) => block.kind === 'table');
    const rows = sheets['II. Kết quả theo nhóm nhiệm vụ'.slice(0, 31)];
    expect(rows?.[0]).toEqual(table?.kind === 'table' ? table.head : []);
    expect(rows).toHaveLength(1 + (table?.kind === 'table' ? table.rows.length : 0));
  });

  test('a link is one draft’s alone, and none for whoever may not see it', async () => {
    const draft = await open('standing', { period: '2026' });
    const path = `/report-drafts/${draft.id}/downloads`;
    expect((await desk.call('standing', 'tran-lieu', 'POST', path, { kind: 'docx' })).status).toBe(404);
    expect((await call('resident', 'POST', path, { kind: 'docx' })).status).toBe(404);
    expect((await call('standing', 'POST', path, { kind: 'pdf' })).status).toBe(400);
    expect((await desk.server.call('GET', '/tai-ve/no-such-token/x.docx')).status).toBe(404);
  });
});

test('a ward where nothing was entered gets a draft that says so, without a zero', async () => {
  for (const { key } of desk.server.deps.index.wards().filter((one) => one.key !== WARD)) {
    const body = { ward: key, kind: 'yearly', period: '2026' };
    const draft: ReportDraftReply = (await desk.call('standing', key, 'POST', '/report-drafts', body)).json;
    const whole = draft.sections.map((one) => one.text).join('\n');
    expect(whole, key).toContain('Chưa có số liệu');
    expect(whole, key).not.toMatch(/(?<![\d/])0+(?![\d/])/);
  }
});
