import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { exportState, importState } from '../../bot-server/src/adapters/state/export-state.ts';
import { stateAttachments } from '../../bot-server/src/adapters/state/repos/attachments.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { SqliteState } from '../../bot-server/src/adapters/state/sqlite-state.ts';
import type { StateLine } from '../../bot-server/src/adapters/state/state-line.ts';
import { type Attachments, MOST_UNUSED, StorageFull } from '../../bot-server/src/ports/attachments.ts';
import type { Broadcasts } from '../../bot-server/src/ports/broadcasts.ts';
import { newAttachment } from '../fakes/attachment-samples.ts';
import { LEADER, newBroadcast, published, taken } from '../fakes/broadcast-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

describeState('attachments', (open, kind) => {
  let attachments: Attachments;
  let broadcasts: Broadcasts;
  beforeEach(() => {
    attachments = stateAttachments(open().state, randomIds, { demo: false });
    broadcasts = stateBroadcasts(open().state, randomIds, { demo: false });
  });
  const kept = async (change = {}) => {
    const file = await attachments.keep(newAttachment(change));
    if (file === null) throw new Error('too many');
    return file;
  };
  const rows = async () => {
    const { db, tables } = open().state;
    return [
      (await db.select().from(tables.attachments)).length,
      (await db.select().from(tables.attachmentParts)).length,
    ];
  };

  test('a file of five megabytes comes back byte by byte, also to another process', async () => {
    const bytes = new Uint8Array(randomBytes(5 * 1024 * 1024));
    const { id, ...rest } = await kept({ bytes });
    const { bytes: _, ...wanted } = newAttachment();
    expect(rest).toEqual(wanted);
    const other = stateAttachments(await open().another(), randomIds, { demo: false });
    expect(Buffer.compare((await other.content(id)) ?? Buffer.alloc(0), bytes)).toBe(0);
    expect(await other.about(id)).toEqual({ id, ...wanted });
    expect([await attachments.about('no such'), await attachments.content('no such')]).toEqual([null, null]);
  });

  test('one of a demonstration is there in a demonstration alone', async () => {
    const { id } = await kept({ demo: true });
    const inDemo = stateAttachments(open().state, randomIds, { demo: true });
    expect([await attachments.about(id), await attachments.content(id)]).toEqual([null, null]);
    expect((await inDemo.content(id))?.length).toBe(newAttachment().bytes.length);
  });

  test('what goes with no broadcast is forgotten after its time, with every piece; what goes with one is not', async () => {
    const [idle, young, drafted, cancelled] = [
      await kept({ createdAt: 10 }),
      await kept({ createdAt: 90 }),
      await kept({ createdAt: 10 }),
      await kept({ createdAt: 10 }),
    ];
    const draft = await broadcasts.write(newBroadcast({ attachment: drafted.id }), LEADER);
    const gone = await broadcasts.write(newBroadcast({ attachment: cancelled.id }), LEADER);
    await taken(broadcasts, gone, { act: 'cancelled', change: { state: 'cancelled' } });
    expect(await attachments.usedBy(drafted.id)).toEqual([draft.id]);
    expect(await attachments.usedBy(cancelled.id)).toEqual([]);
    expect([await attachments.prune(50), await attachments.prune(50)]).toEqual([2, 0]);
    expect([await attachments.about(idle.id), await attachments.about(cancelled.id)]).toEqual([null, null]);
    expect([await attachments.about(young.id), await attachments.about(drafted.id)]).toMatchObject([{}, {}]);
    expect(await rows()).toEqual([2, 2]);
  });

  test('a withdrawn announcement takes its file along', async () => {
    const file = await kept({ createdAt: 10 });
    const { id } = await published(broadcasts, 20, { attachment: file.id });
    expect([await attachments.prune(50), await attachments.usedBy(file.id)]).toEqual([0, [id]]);
    const { db, tables } = open().state;
    await db.update(tables.announcements).set({ withdrawnAt: 40 });
    expect([await attachments.usedBy(file.id), await attachments.prune(50)]).toEqual([[], 1]);
  });

  test('one person cannot fill the disk with files that go nowhere; used ones do not count', async () => {
    for (let count = 0; count < MOST_UNUSED; count += 1) await kept();
    const used = await attachments.keep(newAttachment());
    expect(used).toBeNull();
    await kept({ createdBy: 'zalo:other' });
    const [first] = await open().state.db.select().from(open().state.tables.attachments);
    await broadcasts.write(newBroadcast({ attachment: first?.id ?? '' }), LEADER);
    await kept({ createdBy: first?.createdBy });
  });

  test('its writer erased: what nobody was shown goes, what was published stays and names nobody', async () => {
    const people = statePeople(open().state, movingClock());
    const [idle, drafted, sent, other] = [
      await kept(),
      await kept(),
      await kept(),
      await kept({ createdBy: 'zalo:x' }),
    ];
    await broadcasts.write(newBroadcast({ attachment: drafted.id }), LEADER);
    await published(broadcasts, 20, { attachment: sent.id });
    const records = await people.records(LEADER.subject);
    expect(records.find(({ what }) => what === 'Tệp bạn đã gửi lên')?.rows).toHaveLength(3);
    await people.erase(LEADER.subject);
    expect([await attachments.about(idle.id), await attachments.about(drafted.id)]).toEqual([null, null]);
    expect(await attachments.about(sent.id)).toMatchObject({ createdBy: '' });
    expect((await attachments.content(sent.id))?.length).toBeGreaterThan(0);
    expect(await attachments.about(other.id)).toMatchObject({ createdBy: 'zalo:x' });
    expect(await rows()).toEqual([2, 2]);
  });

  test('an export holds it, more pieces than are read at once, and an import brings it back', async () => {
    const bytes = new Uint8Array(randomBytes(5 * 1024 * 1024 - 7));
    const { id } = await kept({ bytes });
    const lines: StateLine[] = [];
    for await (const line of exportState(open().state)) lines.push(JSON.parse(JSON.stringify(line)));
    const { db, tables } = open().state;
    await db.delete(tables.attachments);
    await db.delete(tables.attachmentParts);
    await importState(open().state, lines);
    expect(Buffer.compare((await attachments.content(id)) ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  describe.runIf(kind === 'sqlite')('a disk that is full', () => {
    test('is told as such, and nothing of the file is left', async () => {
      const { sqlite } = open().state as SqliteState;
      // Pages that earlier tests left free would take it.
      sqlite.exec('vacuum');
      const pages = Number(sqlite.pragma('page_count', { simple: true }));
      const most = Number(sqlite.pragma('max_page_count', { simple: true }));
      sqlite.pragma(`max_page_count = ${pages + 50}`);
      try {
        const large = newAttachment({ bytes: new Uint8Array(randomBytes(3 * 1024 * 1024)) });
        await expect(attachments.keep(large)).rejects.toBeInstanceOf(StorageFull);
        expect(await rows()).toEqual([0, 0]);
      } finally {
        sqlite.pragma(`max_page_count = ${most}`);
      }
      await kept();
    });
  });
});
