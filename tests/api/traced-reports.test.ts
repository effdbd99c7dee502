import type { WorkReply } from '@phuong-so/shared/contracts/work';
import type { KeptTargetReply } from '@phuong-so/shared/contracts/work-targets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReportingServer, reportingServer } from '../fakes/reporting-server.ts';

let desk: ReportingServer;
beforeAll(async () => {
  desk = await reportingServer();
});
afterAll(() => desk.close());

/** "5.219" is one number. */
const numbers = (text: string) => text.replace(/(\d)\.(?=\d{3}(?!\d))/g, '$1').match(/\d+/g) ?? [];
const day = (at: string) =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const sizes = (keys: readonly string[]) => [...new Set(keys)].map((key) => keys.filter((one) => one === key).length);

/** Confirms the plan and lets units report on every second task, with figures that stand nowhere else. */
async function filled(ward: string) {
  await desk.confirmPlan(ward);
  const { work } = (await desk.call('standing', ward, 'GET', `/work?ward=${ward}`)).json;
  for (const [at, item] of work.entries()) {
    if (at % 2 === 1) continue;
    const body = {
      ...{
        key: `k${at}`,
        state: at % 4 === 0 ? 'done' : 'late',
        percent: 37,
        note: `Đã làm ${4_100 + at} hộ`,
        obstacle: '',
      },
      ...{
        count: { value: 613, of: 5_219, what: 'lớp' },
        evidence: [{ kind: 'figure', title: 'Sổ', value: '7331 người' }],
      },
    };
    const lead = item.leads[0]?.name ?? 'standing';
    const first = await desk.call(lead, ward, 'POST', `/work/${item.id}/reports`, body);
    const reply =
      first.status < 300 ? first : await desk.call('standing', ward, 'POST', `/work/${item.id}/reports`, body);
    if (reply.status >= 300 || at % 4 !== 0) continue;
    const { reports, work: now } = (await desk.call('standing', ward, 'GET', `/work/${item.id}`)).json;
    const decision = { version: now.version, confirm: true, note: null };
    await desk.call('standing', ward, 'POST', `/work/${item.id}/reports/${reports.at(-1).id}/decision`, decision);
  }
  const { targets } = (await desk.call('standing', ward, 'GET', `/work-targets?ward=${ward}`)).json;
  for (const [at, { id }] of targets.entries()) {
    if (at % 3 !== 0) continue;
    const value = { key: `t${at}`, period: '2026-Q3', value: '63,17%', source: 'Sổ 8819', note: '' };
    await desk.call('standing', ward, 'POST', `/work-targets/${id}/values`, value);
  }
}

/** What the interface says was entered or printed, and how many of it there are. */
async function known(ward: string) {
  const reply = async (path: string) => (await desk.call('standing', ward, 'GET', path)).json;
  const { work, counts }: { work: WorkReply[]; counts: Record<string, number> } = await reply(
    `/work?ward=${ward}&all=1`,
  );
  const { targets }: { targets: KeptTargetReply[] } = await reply(`/work-targets?ward=${ward}`);
  const said = (one: WorkReply['reported']) =>
    one === null
      ? []
      : [
          one.note,
          String(one.percent),
          String(one.count?.value),
          String(one.count?.of),
          day(one.at),
          ...one.evidence.map(({ value }) => value),
        ];
  const silent = work.filter(({ reported }) => reported === null);
  const plans = desk.server.deps.index.ward(ward)?.documents.map(({ plan }) => plan.document) ?? [];
  const texts = [
    ...work.flatMap(({ group, no, title, due, reported, confirmed }) => [
      group ?? '',
      no ?? '',
      title,
      due.text ?? '',
      ...said(reported),
      ...said(confirmed),
    ]),
    ...targets.flatMap(({ from, name, unit, values, reported }) => [
      ...[
        from.group ?? '',
        from.no ?? '',
        name,
        unit ?? '',
        ...Object.keys(values),
        ...Object.values(values).map(String),
      ],
      ...reported.flatMap(({ value, source, period }) => [value, source, period]),
    ]),
    ...plans.flatMap(({ number, date }) => [number ?? '', date ?? '']),
  ];
  const ongoing = work.filter(
    ({ due, standing }) => ['ongoing', 'yearly', 'year'].includes(due.kind) && !['done', 'closed'].includes(standing),
  );
  const many = [
    ...[
      work.length,
      silent.length,
      targets.filter(({ reported }) => reported.length === 0).length,
      ...Object.values(counts),
    ],
    ...[ongoing.length, ongoing.filter(({ due }) => due.last_day === null).length],
    ...sizes(work.flatMap(({ reported }) => (reported === null ? [] : [reported.state]))),
    ...sizes(silent.flatMap(({ leads }) => leads.map(({ id }) => id))),
  ];
  return { texts, many, total: work.length, overdue: counts.overdue ?? 0 };
}

/** The period, the day of the figures, and the form's own words. */
const FORM = ['năm 2026', '21/11/2026', 'năm 2027', 'trong 30 ngày'];

test('in the drafts of all five wards every number is an entry’s, the plan’s, or counts entries', async () => {
  const wards = desk.server.deps.index.wards().map(({ key }) => key);
  expect(wards).toHaveLength(5);
  for (const ward of wards) {
    await filled(ward);
    const { texts, many, total, overdue } = await known(ward);
    const allowed = new Set([...FORM, ...texts, ...many.map(String)].flatMap(numbers));
    const body = { ward, kind: 'yearly', period: '2026' };
    const { sections } = (await desk.call('standing', ward, 'POST', '/report-drafts', body)).json;
    for (const { id, text } of sections as { id: string; text: string }[]) {
      const lines = id === 'evidence' ? text.split('\n').map((line) => line.replace(/^\| \d+ /, '')) : [text];
      expect(
        lines.flatMap(numbers).filter((one) => !allowed.has(one)),
        `${ward} ${id}`,
      ).toEqual([]);
    }
    const [situation] = sections as { text: string }[];
    const count = (pattern: RegExp) => Number(pattern.exec(situation?.text ?? '')?.[1] ?? 0);
    expect([count(/để theo dõi: (\d+)/), count(/(\d+) nhiệm vụ quá hạn/)], ward).toEqual([total, overdue]);
  }
});
