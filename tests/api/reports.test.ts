import type { DueReportReply, ReportsReply } from '@phuong-so/shared/contracts/report-drafts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReportingServer, reportingServer } from '../fakes/reporting-server.ts';

let desk: ReportingServer;
beforeAll(async () => {
  desk = await reportingServer();
});
afterAll(() => desk.close());

async function reportsOf(ward: string): Promise<ReportsReply> {
  const reply = await desk.call('nobody', ward, 'GET', `/reports?ward=${ward}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.json;
}
const first = async (ward: string) => (await reportsOf(ward)).reports[0] as DueReportReply;

describe('the report that each plan asks for', () => {
  test('a day without a year and without “hằng năm”: said so, and nothing is added', async () => {
    const { reports, drafts, as_of } = await reportsOf('hoang-mai');
    expect([reports.length, drafts, as_of]).toEqual([1, null, '2026-11-21']);
    expect(reports[0]).toMatchObject({
      ...{ when: 'trước ngày 15/11', time: 'year_not_stated', year_assumed: true, next: null },
      past: { last_day: '2026-11-14', opens_on: '2026-10-15', open: true },
      ...{ to_whom: 'UBND Phường', through: 'Phòng Văn hóa - Xã hội' },
      onward: 'UBND thành phố Hà Nội, Sở Khoa học và Công nghệ',
    });
    expect(reports[0]?.who).toContain('Thủ trưởng các phòng, ban, ngành thuộc Phường');
    expect(reports[0]?.said[0]).toContain('không nêu năm và không viết “hằng năm”');
  });

  test('half-yearly and yearly without a day: said so', async () => {
    const report = await first('phuong-001');
    expect(report).toMatchObject({
      ...{ time: 'no_day', kinds: ['half_year', 'yearly', 'on_demand'], next: null, past: null, year_assumed: false },
      ...{ who: 'Phòng Văn hóa - Xã hội', to_whom: 'UBND và Ban Chỉ đạo của UBND', through: null },
    });
    expect(report.said.join(' ')).toContain('không nêu ngày cụ thể');
  });

  test('every year before a day: the day before it is the last, opened 30 days before', async () => {
    expect(await first('nguyen-dai-nang')).toMatchObject({
      ...{ time: 'every_year', kinds: ['yearly'], through: 'Phòng Văn hóa - Xã hội' },
      ...{ to_whom: 'Ủy ban nhân dân phường', who: 'các cơ quan, đơn vị' },
      next: { last_day: '2026-11-29', opens_on: '2026-10-30', open: true },
    });
    const report = await first('tran-lieu');
    expect(report).toMatchObject({
      ...{ time: 'every_year', kinds: ['yearly'], through: 'Phòng Văn hóa - Xã hội' },
      next: { last_day: '2026-12-04', opens_on: '2026-11-04', open: true },
    });
    // Only this plan names the neighbourhood groups among those who report.
    expect(report.who).toContain('các tổ dân phố');
  });

  test('every year without a day, and to whom another sentence says: neither is filled in', async () => {
    const { reports } = await reportsOf('yen-hoa');
    expect(reports.map(({ time }) => time)).toEqual(['no_day', 'no_period']);
    expect(reports[0]).toMatchObject({ who: null, to_whom: null, next: null, kinds: ['yearly', 'on_demand'] });
    expect(reports[0]?.said.join(' ')).toContain('không nêu báo cáo gửi cho ai');
    expect(reports[1]?.to_whom).toBe('UBND Thành phố, Sở Khoa học và Công nghệ, Đảng ủy, UBND phường');
  });

  test('every quote stands in the plan; a ward that there is not is none', async () => {
    for (const { key } of desk.server.deps.index.wards()) {
      const documents = desk.server.deps.index.ward(key)?.documents ?? [];
      for (const { document_id, quote } of (await reportsOf(key)).reports) {
        const source = documents.find(({ documentId }) => documentId === document_id)?.collapsedSource;
        expect(source, key).toContain(quote);
      }
    }
    expect((await desk.call('nobody', 'x', 'GET', '/reports?ward=no-such-ward')).status).toBe(404);
  });
});

test('opened 30 days before, on the day itself still in time, and the year after from the day after', async () => {
  const at = async (day: string) => {
    const one = await reportingServer(`${day}T08:00:00+07:00`);
    const { json } = await one.call('nobody', 'x', 'GET', '/reports?ward=nguyen-dai-nang');
    await one.close();
    const { next, past } = json.reports[0];
    return [next?.last_day, next?.open, past?.last_day ?? null];
  };
  expect(await at('2026-10-29')).toEqual(['2026-11-29', false, null]);
  expect(await at('2026-10-30')).toEqual(['2026-11-29', true, null]);
  expect(await at('2026-11-29')).toEqual(['2026-11-29', true, null]);
  expect(await at('2026-11-30')).toEqual(['2027-11-29', false, '2026-11-29']);
});
