import type { TestServer } from './test-server.ts';

type Call = Pick<TestServer, 'call' | 'signIn'>;

/** What the units say of every ninth task, from the first, the second … on; `confirm`: the ward confirms it. */
const SAID = [
  { state: 'done', percent: 100, confirm: true },
  { state: 'in_progress', percent: 60, confirm: true },
  { state: 'done', percent: 100, confirm: false },
  { state: 'late', percent: 20, confirm: false },
] as const;
const EVERY = 9;

/**
 * A ward whose plan is watched: everything that its plan proposes is confirmed, some units have said how far they are, and the
 * ward has confirmed some of that. What people write beside it names a made-up person. The clock stands in November 2026.
 */
export async function watchWard({ call, signIn }: Call, ward: string) {
  const admin = await signIn('admin', ward);
  const ask = async (method: string, path: string, body?: unknown, token = admin) => {
    const reply = await call(method, path, { token, body });
    if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.text}`);
    return reply.json;
  };
  const proposals = await ask('GET', `/api/v1/work-proposals?ward=${ward}`);
  const facts = (all: { from: { document_id: string; fact_id: string } }[]) =>
    all.map(({ from }) => ({ document_id: from.document_id, fact_id: from.fact_id }));
  const wanted = { ward, tasks: facts(proposals.tasks), targets: facts(proposals.targets) };
  const { tasks } = await ask('POST', '/api/v1/work', wanted);
  for (const [place, { id, leads, may }] of tasks.entries()) {
    const said = SAID[place % EVERY];
    if (said === undefined) continue;
    const { confirm, ...word } = said;
    const unit = leads[0]?.name ?? '';
    const token = may.includes('report_lead') ? admin : await signIn('official', ward, { unit });
    const beside = { key: `p${place}`, count: null, note: 'chị Hoa đang làm', obstacle: '', evidence: [] };
    const { reports, work } = await ask('POST', `/api/v1/work/${id}/reports`, { ...word, ...beside }, token);
    const decision = { version: work.version, confirm: true, note: 'anh Bình đã xem' };
    if (confirm) await ask('POST', `/api/v1/work/${id}/reports/${reports.at(-1).id}/decision`, decision);
  }
  const { targets } = await ask('GET', `/api/v1/work-targets?ward=${ward}`);
  for (const [at, { id }] of targets.slice(0, 6).entries()) {
    const value = {
      key: `v${at}`,
      period: '2026-Q3',
      value: `${70 + at * 5}%`,
      source: 'Báo cáo của chị Hoa',
      note: '',
    };
    const { reported } = await ask('POST', `/api/v1/work-targets/${id}/values`, value);
    const decide = `/api/v1/work-targets/${id}/values/${reported[0].id}/decision`;
    if (at % 2 === 0) await ask('POST', decide, { confirm: true, note: null });
  }
  return { tasks, targets, admin };
}
