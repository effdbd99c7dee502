import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WARD, type WorkServer, workServer } from '../fakes/work-server.ts';

let desk: WorkServer;
beforeEach(async () => {
  desk = await workServer();
});
afterEach(() => desk.close());

describe('targets', () => {
  async function target(): Promise<string> {
    const { targets } = await desk.proposals();
    const row = targets.find((one: { name: string }) => one.name.includes('phủ sóng 5G'));
    await desk.confirm([], [row.from.fact_id]);
    return (await desk.call('vhxh', 'GET', `/work-targets?ward=${WARD}`)).json.targets[0].id;
  }
  const value = (key: string, change = {}) => ({
    ...{ key, period: '2026-Q3', value: '82,5%', source: 'Báo cáo nhà mạng', note: '' },
    ...change,
  });
  const read = async () => (await desk.call('vhxh', 'GET', `/work-targets?ward=${WARD}`)).json.targets[0];

  test('a figure is entered with its source, confirmed apart, and compared with the milestone that counts next', async () => {
    const id = await target();
    expect(await read()).toMatchObject({ standing: 'no_figure', next: { year: '2030', value: '100%' }, reported: [] });
    const path = `/work-targets/${id}/values`;
    const entered = (await desk.call('vhxh', 'POST', path, value('k'))).json;
    expect(entered).toMatchObject({ standing: 'not_reached', reported: [{ state: 'reported', value: '82,5%' }] });
    await desk.call('vhxh', 'POST', path, value('k'));
    await desk.call('vhxh', 'POST', path, value('k2', { value: '100%' }));
    const [newest] = (await read()).reported;
    const decide = (body: object) =>
      desk.call('vhxh', 'POST', `${path}/${newest.id}/decision`, { note: null, ...body });
    expect(desk.ended(await decide({ confirm: false }))).toEqual([400, 'work_note_needed']);
    expect((await decide({ confirm: true })).json).toMatchObject({
      standing: 'reached',
      reported: [{ state: 'confirmed' }],
    });
    expect(desk.ended(await decide({ confirm: true }))).toEqual([409, 'work_decided']);
    expect(desk.ended(await desk.call('vhxh', 'POST', path, value('k3', { period: '2027' })))).toEqual([
      ...[400, 'work_period_ahead'],
    ]);
    expect((await read()).reported).toHaveLength(1);
  });

  test('contradicting targets are both kept, each told of the other', async () => {
    const { targets } = await desk.proposals();
    const rows = targets.filter((one: { contradicts: string[] }) => one.contradicts.length > 0);
    expect(rows.length).toBeGreaterThan(1);
    await desk.confirm(
      [],
      rows.map((row: { from: { fact_id: string } }) => row.from.fact_id),
    );
    const kept = (await desk.call('police', 'GET', `/work-targets?ward=${WARD}`)).json.targets;
    expect(kept.map((one: { contradicts: string[] }) => one.contradicts)).toEqual(
      rows.map((one: { contradicts: string[] }) => one.contradicts),
    );
  });
});
