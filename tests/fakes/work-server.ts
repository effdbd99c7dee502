import type { WorkReply } from '@phuong-so/shared/contracts/work';
import type { Session } from '@phuong-so/shared/domain/session';
import type { WardDocument } from '../../bot-server/src/ports/ward-facts.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { type Reply, type TestServer, testServer } from './test-server.ts';

export const DAY = 86_400_000;
/** Wards of the repository's own plans. */
export const WARD = 'nguyen-dai-nang';
export const OTHER_WARD = 'tran-lieu';
/** The units as their plans print them. */
export const UNITS = {
  vhxh: 'Phòng Văn hóa - Xã hội',
  ktht: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  police: 'Công an phường',
  office: 'Văn phòng HĐND và UBND',
} as const;

export type WorkServer = Awaited<ReturnType<typeof workServer>>;

/**
 * The real service outside a demonstration, with officials by right: "vhxh" gathers for the ward, "ktht", "police" and
 * "office" do not; "other" gathers for another ward; "leader" and "resident" are no officials. The clock is the test's.
 */
export async function workServer(start = '2026-11-21T08:00:00+07:00') {
  const clock: MovingClock = movingClock(start);
  const server: TestServer = await testServer({ CLOCK: '' }, { clock });
  Object.assign(server.deps.work, { clock });
  const { rights, people, sessions } = server.deps;
  const tokens = new Map<string, string>();
  const join = async (name: string, right: Pick<Session, 'role' | 'ward' | 'unit' | 'group'>) => {
    const subject = `zalo:${name}`;
    await people.meet(subject);
    if (right.role !== 'resident')
      await rights.give(subject, { ...right, role: right.role, ward: right.ward ?? '' }, 'test');
    tokens.set(name, sessions.issue({ subject, name: null, ...right, demo: false }).token);
  };
  const official = (name: string, unit: string, ward = WARD) =>
    join(name, { role: 'official', ward, unit, group: null });
  for (const [name, unit] of Object.entries(UNITS)) await official(name, unit);
  await official('other', UNITS.vhxh, OTHER_WARD);
  await join('leader', { role: 'leader', ward: WARD, unit: null, group: 'to-5' });
  await join('resident', { role: 'resident', ward: null, unit: null, group: null });
  const call = (who: string | null, method: string, path: string, body?: unknown): Promise<Reply> =>
    server.call(method, `/api/v1${path}`, { token: who === null ? null : (tokens.get(who) ?? null), body });
  const listed = async (query = '', who = 'vhxh', ward = WARD) =>
    (await call(who, 'GET', `/work?ward=${ward}${query}`)).json;
  const desk = {
    ...{ server, clock, call, official, listed, token: (who: string) => tokens.get(who) ?? '' },
    proposals: async (who = 'vhxh', ward = WARD) => (await call(who, 'GET', `/work-proposals?ward=${ward}`)).json,
    /** Confirms tasks and targets of the ward by the ids of their rows; `change` goes with each task. */
    confirm: (tasks: readonly string[], targets: readonly string[] = [], change = {}, who = 'vhxh', ward = WARD) =>
      call(who, 'POST', '/work', {
        ward,
        tasks: tasks.map((fact_id) => ({ document_id: ward, fact_id, ...change })),
        targets: targets.map((fact_id) => ({ document_id: ward, fact_id })),
      }),
    /** One task as this person sees it, with its reports and history. */
    one: async (id: string, who = 'vhxh') => (await call(who, 'GET', `/work/${id}`)).json,
    /** [200, undefined], or the status and the code of a refusal. */
    ended: ({ status, json }: Reply) => [status, json?.error?.code],
    /** The first annex task of the ward's plan that such a unit leads with such a due phrase, confirmed. */
    async kept(lead: string, due: string, change = {}): Promise<WorkReply> {
      const { tasks } = await desk.proposals();
      type Row = { from: { fact_id: string; origin: string }; leads: { id: string }[]; due: { text: string | null } };
      const row = (tasks as Row[]).find(
        ({ from, leads, due: { text } }) => from.origin === 'appendix' && leads[0]?.id === lead && text === due,
      );
      const { json } = await desk.confirm([row?.from.fact_id ?? ''], [], change);
      if (json.tasks === undefined) throw new Error(json.error.code);
      return json.tasks[0];
    },
    report: (who: string, { id }: Pick<WorkReply, 'id'>, key: string, change = {}) =>
      call(who, 'POST', `/work/${id}/reports`, word(key, change)),
    patch: (who: string, { id }: Pick<WorkReply, 'id'>, body: object) => call(who, 'PATCH', `/work/${id}`, body),
    decide: (who: string, { id }: Pick<WorkReply, 'id'>, report: string, body: object) =>
      call(who, 'POST', `/work/${id}/reports/${report}/decision`, { confirm: true, note: null, ...body }),
    /** The ward's plans, read anew. */
    plansAre(documents: readonly WardDocument[]): void {
      const ward = server.deps.work.ward(WARD);
      if (ward === null) throw new Error('no such ward');
      const { profile, units, strands } = ward.facts;
      const facts = { profile, units, strands, documents, snippets: [] };
      Object.assign(server.deps.work, { ward: () => ({ ...ward, facts }) });
    },
    close: () => server.close(),
  };
  return desk;
}

/** What a unit says when there is little to say. */
export const word = (key: string, change = {}) => ({
  ...{ key, state: 'in_progress', percent: 60, count: null, note: 'đã kết nối', obstacle: '', evidence: [] },
  ...change,
});
