import type { ReportSection } from '@phuong-so/shared/domain/work';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateReportDrafts } from '../../bot-server/src/adapters/state/repos/report-drafts.ts';
import type { NewReportDraft, ReportDrafts } from '../../bot-server/src/ports/report-drafts.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';
import { STANDING, UNIT } from '../fakes/work-samples.ts';

const section = (text: string, edited = false): ReportSection => ({ id: 'situation', title: 'I', text, edited });
const draft = (change: Partial<NewReportDraft> = {}): NewReportDraft => ({
  ...{ ward: 'w', unit: null, kind: 'yearly', period: '2026', demo: false, sections: [section('Một')], ...change },
});

describeState('report drafts', (open) => {
  let drafts: ReportDrafts;
  beforeEach(() => {
    drafts = stateReportDrafts(open().state, randomIds, { demo: false });
  });

  test('asked for twice, also at once, it is one draft with one version', async () => {
    const other = stateReportDrafts(await open().another(), randomIds, { demo: false });
    const [first, second] = await Promise.all([drafts.open(draft(), STANDING), other.open(draft(), UNIT)]);
    const third = await drafts.open(draft({ sections: [section('Hai')] }), UNIT);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await drafts.list('w')).toEqual([first]);
    expect(await drafts.versions(first.id)).toHaveLength(1);
    expect(first).toMatchObject({ unit: null, state: 'draft', version: 1, sections: [section('Một')] });
  });

  test('another ward, unit, kind, period or a demonstration has its own', async () => {
    const ids = new Set<string>();
    for (const change of [{}, { unit: 'vhxh' }, { kind: 'half_year', period: '2026-H1' }, { period: '2025' }] as const)
      ids.add((await drafts.open(draft(change), STANDING)).id);
    ids.add((await drafts.open(draft({ ward: 'v' }), STANDING)).id);
    const inDemo = stateReportDrafts(open().state, randomIds, { demo: true });
    const shown = await inDemo.open(draft({ demo: true }), STANDING);
    ids.add(shown.id);
    expect(ids.size).toBe(6);
    expect(await drafts.list('w')).toHaveLength(4);
    expect(await inDemo.list('w')).toHaveLength(5);
    expect([await drafts.byId(shown.id), await drafts.byId('none')]).toEqual([null, null]);
  });

  test('what is handed in is known by unit, kind and period, until it is given back', async () => {
    const own = await drafts.open(draft(), STANDING);
    const unit = await drafts.open(draft({ unit: 'vhxh', kind: 'half_year', period: '2026-H1' }), UNIT);
    await drafts.open(draft({ period: '2025' }), STANDING);
    expect(await drafts.handedIn('w', false)).toEqual([]);
    await drafts.change(own, { state: 'handed_in' }, STANDING);
    const handed = await drafts.change(unit, { state: 'handed_in' }, UNIT);
    await drafts.change(handed ?? unit, { state: 'taken_in' }, STANDING);
    const both = [
      { unit: null, kind: 'yearly', period: '2026' },
      { unit: 'vhxh', kind: 'half_year', period: '2026-H1' },
    ];
    expect(new Set(await drafts.handedIn('w', false))).toEqual(new Set(both));
    expect([await drafts.handedIn('w', true), await drafts.handedIn('v', false)]).toEqual([[], []]);
    const taken = await drafts.byId(unit.id);
    await drafts.change(taken ?? unit, { state: 'draft' }, STANDING);
    expect(await drafts.handedIn('w', false)).toEqual(both.slice(0, 1));
  });

  test('every change is a version of its own, all of them are kept, and the newest change comes first', async () => {
    const one = await drafts.open(draft(), STANDING);
    const other = await drafts.open(draft({ period: '2025' }), { ...STANDING, at: 1_500 });
    const edited = await drafts.change(one, { sections: [section('Hai', true)] }, { ...UNIT, at: 3_000 });
    if (edited === null) throw new Error('not changed');
    const handed = await drafts.change(edited, { state: 'handed_in' }, { ...UNIT, at: 4_000 });
    expect(handed).toMatchObject({ version: 3, state: 'handed_in', changedAt: 4_000, createdAt: STANDING.at });
    expect(await drafts.versions(one.id)).toEqual([
      { version: 3, at: 4_000, office: UNIT.office, sections: [section('Hai', true)] },
      { version: 2, at: 3_000, office: UNIT.office, sections: [section('Hai', true)] },
      { version: 1, at: STANDING.at, office: STANDING.office, sections: [section('Một')] },
    ]);
    expect((await drafts.list('w')).map(({ id }) => id)).toEqual([one.id, other.id]);
  });

  test('of two who change the same version one is told, and nothing of theirs is kept', async () => {
    const before = await drafts.open(draft(), STANDING);
    const other = stateReportDrafts(await open().another(), randomIds, { demo: false });
    const done = await Promise.all([
      drafts.change(before, { sections: [section('A', true)] }, STANDING),
      other.change(before, { sections: [section('B', true)] }, UNIT),
    ]);
    expect(done.filter((one) => one === null)).toHaveLength(1);
    expect(await drafts.versions(before.id)).toHaveLength(2);
    expect(await drafts.byId(before.id)).toEqual(done.find((one) => one !== null));
  });

  test('whoever is erased is forgotten; the version and the office stay; until then they find it in their data', async () => {
    const one = await drafts.open(draft({ sections: [section('\0Một')] }), UNIT);
    const people = statePeople(open().state, movingClock());
    const records = await people.records(UNIT.subject);
    expect(records.find(({ what }) => what === 'Bản báo cáo bạn đã sửa')?.rows).toMatchObject([
      { phường: 'w', kỳ: '2026', bản: 1, 'với tư cách': UNIT.office },
    ]);
    await people.erase(UNIT.subject);
    expect(await people.records(UNIT.subject)).toEqual([]);
    expect(await drafts.versions(one.id)).toMatchObject([{ office: UNIT.office, sections: [section('Một')] }]);
    const { db, tables } = open().state;
    expect((await db.select().from(tables.reportVersions))[0]?.bySubject).toBe('');
  });
});
