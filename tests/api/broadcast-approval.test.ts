import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AnnouncingServer, announcingServer } from '../fakes/announcing-server.ts';

const HOUR = 3_600_000;
let desk: AnnouncingServer;
beforeAll(async () => {
  desk = await announcingServer();
});
afterAll(() => desk.close());
beforeEach(() => desk.checkLeaders());

const post = (who: string, id: string, step: string, body: object) =>
  desk.call(who, 'POST', `/broadcasts/${id}/${step}`, body);

describe('approval', () => {
  test('a leader’s waits for the unit; past the time limit the deputy decides, too; nobody else', async () => {
    const waiting = await desk.sent();
    expect(waiting).toMatchObject({
      state: 'awaiting_approval',
      approve_until: desk.at(24 * HOUR),
      may_approve: false,
    });
    const decide = (who: string, approve: boolean, note: string | null = null) =>
      post(who, waiting.id, 'decision', { version: waiting.version, approve, note });
    expect((await decide('leader', true)).status).toBe(403);
    expect((await decide('otherLeader', true)).status).toBe(404);
    expect((await decide('otherOfficial', true)).status).toBe(404);
    expect((await decide('deputy', true)).status).toBe(403);
    expect(desk.ended(await decide('official', false, ' '))).toEqual([400, 'announcement_note_needed']);
    const list = await desk.call('official', 'GET', `/broadcasts?ward=${desk.ward}&state=awaiting_approval`);
    expect(list.json.broadcasts).toMatchObject([{ id: waiting.id, may_approve: true }]);
    desk.clock.advance(24 * HOUR);
    expect((await desk.call('deputy', 'GET', `/broadcasts/${waiting.id}`)).json.may_approve).toBe(true);
    // Both press at the same moment: one decision.
    const both = await Promise.all([decide('deputy', true), decide('official', false, 'Sai giờ')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const log = (await desk.call('leader', 'GET', `/broadcasts/${waiting.id}/log`)).json.entries;
    expect(log.filter(({ act }: { act: string }) => act === 'approved' || act === 'returned')).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('zalo:');
  });

  test('returned with a note, mended, sent again', async () => {
    const waiting = await desk.sent();
    await post('official', waiting.id, 'decision', {
      version: waiting.version,
      approve: false,
      note: 'Ghi rõ nơi họp',
    });
    const returned = await desk.one(waiting.id);
    expect(returned).toMatchObject({ state: 'returned', note: 'Ghi rõ nơi họp' });
    const mended = await desk.call('leader', 'PATCH', `/broadcasts/${waiting.id}`, {
      version: returned.version,
      body: 'Tại nhà văn hóa.',
    });
    expect((await post('leader', waiting.id, 'send', { key: 'again', version: mended.json.version })).json.state).toBe(
      'awaiting_approval',
    );
  });

  test('an emergency goes at once, at night, and officials see that it did and why', async () => {
    const reason = 'Nước lên nhanh, số 0912345678 báo';
    const urgent = await desk.sent({ kind: 'urgent', title: 'Nước lên', emergency_reason: reason });
    expect(urgent.state).toBe('scheduled');
    await desk.advance();
    const list = await desk.call('official', 'GET', `/broadcasts?ward=${desk.ward}`);
    const shown = 'Nước lên nhanh, số [số điện thoại] báo';
    expect(list.json.broadcasts).toContainEqual(
      expect.objectContaining({ id: urgent.id, emergency_reason: shown, sender: 'Tổ trưởng tổ dân phố 5' }),
    );
    const { entries } = (await desk.call('official', 'GET', `/broadcasts/${urgent.id}/log`)).json;
    expect(entries).toContainEqual(
      expect.objectContaining({ act: 'emergency', note: shown, office: 'Tổ trưởng tổ dân phố 5' }),
    );
  });

  test('where leaders are checked, their corrections are an official’s to make', async () => {
    const waiting = await desk.sent();
    await post('official', waiting.id, 'decision', { version: waiting.version, approve: true, note: null });
    await desk.advance();
    const words = { title: 'Họp tổ', body: 'Dời sang 20 giờ.', event: null };
    expect(desk.ended(await post('leader', waiting.id, 'correction', { key: 'c1', ...words }))).toEqual([
      ...[403, 'announcement_approval_needed'],
    ]);
    expect((await post('official', waiting.id, 'correction', { key: 'c2', ...words })).json).toMatchObject({
      revision: 1,
    });
  });
});
