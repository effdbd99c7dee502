import { chatLearnerId, type Learner } from '@phuong-so/shared/domain/learning';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateClasses } from '../../bot-server/src/adapters/state/repos/classes.ts';
import { replaceDemoClasses } from '../../bot-server/src/adapters/state/repos/demo-classes.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { Classes, NewClass, NewPlace } from '../../bot-server/src/ports/classes.ts';
import { newClass, newPlace } from '../fakes/class-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const NOW = 1_000;
const [ME, SHE, HE]: readonly [Learner, Learner, Learner] = [['zalo:1'], ['zalo:2'], ['zalo:3']];

describeState('classes', (open) => {
  let classes: Classes;
  beforeEach(() => {
    classes = stateClasses(open().state, randomIds, { demo: false });
  });
  const opened = async (change: Partial<NewClass> = {}) => (await classes.open(newClass(change))).id;
  const take = (id: string, learner: Learner, change: Partial<NewPlace> = {}) =>
    classes.take(id, learner, newPlace(learner, change));
  /** "zalo:1 seated", "zalo:2 waiting 1" … */
  const roll = async (id: string) =>
    (await classes.places(id)).map(({ learner, state, position }) =>
      [learner, state, position].filter((part) => part !== null).join(' '),
    );

  test('what is opened is found whole, by ward, in the order of the days', async () => {
    const wanted = newClass({ group: 'to-5', courseId: 'vneid' });
    const one = await classes.open(wanted);
    expect(one).toEqual({ ...wanted, id: one.id, cancelled: null, taken: 0, waiting: 0 });
    expect(await classes.byId(one.id)).toEqual(one);
    expect(await classes.byId('no-such')).toBeNull();
    const early = await opened({ startsAt: 5_000, endsAt: 6_000 });
    await opened({ ward: 'v' });
    const ids = async (since: number, limit = 9) => (await classes.upcoming('w', since, limit)).map(({ id }) => id);
    expect(await ids(0)).toEqual([early, one.id]);
    expect(await ids(6_001)).toEqual([one.id]);
    expect(await ids(0, 1)).toEqual([early]);
    expect(await ids(20_001)).toEqual([]);
  });

  test('seats, then a waiting list in the order of asking; asking again gives what one has', async () => {
    const id = await opened();
    expect(await take(id, ME)).toMatchObject({
      state: 'seated',
      position: null,
      calledName: 'Bà Mẫu',
      attendedAt: null,
    });
    expect(await take(id, SHE)).toMatchObject({ state: 'seated' });
    expect(await take(id, HE)).toMatchObject({ state: 'waiting', position: 1 });
    // Whose clock is behind does not get in front.
    expect(await take(id, ['zalo:4'], { at: NOW - 500 })).toMatchObject({ state: 'waiting', position: 2 });
    expect(await take(id, HE, { calledName: 'Khác' })).toMatchObject({ position: 1, calledName: 'Bà Mẫu' });
    expect(await take(id, ME)).toMatchObject({ state: 'seated' });
    expect(await roll(id)).toEqual(['zalo:1 seated', 'zalo:2 seated', 'zalo:3 waiting 1', 'zalo:4 waiting 2']);
    expect(await classes.byId(id)).toMatchObject({ taken: 2, waiting: 2 });
    expect(await classes.placeOf(id, ['zalo:4'])).toMatchObject({ state: 'waiting', position: 2 });
    expect(await classes.placeOf(id, ['zalo:9'])).toBeNull();
    expect([...(await classes.placesOf([id, 'no-such'], HE)).keys()]).toEqual([id]);
  });

  test('a person with several ids has one place', async () => {
    const id = await opened({ seats: 5 });
    const chat = chatLearnerId({ oaId: '100', userId: '7' });
    await take(id, [chat]);
    expect(await take(id, ['zalo:1', chat])).toMatchObject({ learner: chat, state: 'seated' });
    expect(await roll(id)).toHaveLength(1);
    expect(await classes.giveUp(id, ['zalo:1', chat], NOW)).toBe(true);
    expect(await take(id, ['zalo:1', chat])).toMatchObject({ learner: 'zalo:1' });
  });

  test('who gives up frees the seat for the first who waits, who is to be told, and starts at the end again', async () => {
    const id = await opened({ seats: 1 });
    for (const learner of [ME, SHE, HE]) await take(id, learner);
    const before = await classes.placeOf(id, ME);
    expect(await classes.toTell(9)).toEqual([]);
    expect(await classes.giveUp(id, ME, NOW)).toBe(true);
    expect(await classes.giveUp(id, ME, NOW)).toBe(false);
    expect(await classes.placeOf(id, ME)).toMatchObject({ state: 'given_up', calledName: null });
    expect(await roll(id)).toEqual(['zalo:2 seated', 'zalo:3 waiting 1']);
    const [told, ...more] = await classes.toTell(9);
    expect([told, more]).toMatchObject([{ notice: 'moved_up', place: { learner: 'zalo:2' }, held: { id } }, []]);
    const placeId = told?.place.id ?? '';
    expect(await classes.told(placeId, 'cancelled')).toBe(false);
    expect([await classes.told(placeId, 'moved_up'), await classes.told(placeId, 'moved_up')]).toEqual([true, false]);
    expect(await classes.toTell(9)).toEqual([]);
    const again = await take(id, ME, { calledName: 'Ông Mẫu' });
    expect(again).toMatchObject({ state: 'waiting', position: 2, calledName: 'Ông Mẫu' });
    expect(again?.id).not.toBe(before?.id);
    expect(await classes.giveUp(id, ['zalo:9'], NOW)).toBe(false);
  });

  test('who waits and gives up moves nobody into a seat', async () => {
    const id = await opened({ seats: 1 });
    for (const learner of [ME, SHE, HE]) await take(id, learner);
    await classes.giveUp(id, SHE, NOW);
    expect(await roll(id)).toEqual(['zalo:1 seated', 'zalo:3 waiting 1']);
    expect(await classes.toTell(9)).toEqual([]);
  });

  test('a class that has begun, was cancelled or is not there takes nobody and gives nothing back', async () => {
    const id = await opened({ seats: 1 });
    await take(id, ME);
    await take(id, SHE);
    expect(await take(id, HE, { at: 10_000 })).toBeNull();
    expect(await take(id, ME, { at: 10_000 })).toBeNull();
    expect(await classes.giveUp(id, ME, 10_000)).toBe(false);
    expect([await classes.cancel(id, 'mưa bão', 5), await classes.cancel(id, 'khác', 6)]).toEqual([true, false]);
    expect(await classes.cancel('no-such', 'x', 5)).toBe(false);
    expect((await classes.byId(id))?.cancelled).toEqual({ at: 5, reason: 'mưa bão' });
    expect([await take(id, HE), await take('no-such', HE), await classes.giveUp(id, ME, NOW)]).toEqual([
      null,
      null,
      false,
    ]);
    expect((await classes.toTell(9)).map(({ notice, place }) => [notice, place.learner])).toEqual([
      ['cancelled', 'zalo:1'],
      ['cancelled', 'zalo:2'],
    ]);
    expect(await classes.toTell(1)).toHaveLength(1);
  });

  test('attendance: the first time counts, it can be taken back, and another class’s ids change nothing', async () => {
    const id = await opened();
    const other = await opened();
    const place = (await take(id, ME))?.id ?? '';
    const elsewhere = (await take(other, ME))?.id ?? '';
    await classes.attend(id, [place, elsewhere, 'no-such'], true, 11_000);
    await classes.attend(id, [place], true, 12_000);
    expect((await classes.placeOf(id, ME))?.attendedAt).toBe(11_000);
    expect((await classes.placeOf(other, ME))?.attendedAt).toBeNull();
    await classes.attend(id, [place], false, 13_000);
    await classes.attend(id, [], true, 13_000);
    expect((await classes.placeOf(id, ME))?.attendedAt).toBeNull();
  });

  test('who sits in a class of the time is reminded once; not who waits, nor in one that is cancelled', async () => {
    const id = await opened({ seats: 1 });
    const place = await take(id, ME);
    await take(id, SHE);
    const cancelled = await opened();
    await take(cancelled, HE);
    await classes.cancel(cancelled, 'x', NOW);
    await take(await opened({ startsAt: 15_000 }), HE);
    const due = await classes.toRemind(9_000, 15_000);
    expect(due.map((one) => [one.place.id, one.held.id])).toEqual([[place?.id, id]]);
    expect([await classes.markReminded(place?.id ?? '', 5), await classes.markReminded(place?.id ?? '', 6)]).toEqual([
      true,
      false,
    ]);
    expect(await classes.toRemind(9_000, 15_000)).toEqual([]);
    expect(await classes.toRemind(10_001, 15_000)).toEqual([]);
  });

  test('who wants no reminder gets none of what they asked for, and of a later class again', async () => {
    const chat = chatLearnerId({ oaId: '100', userId: '7' });
    await take(await opened(), [chat]);
    await take(await opened(), SHE);
    await classes.stopReminding(['zalo:1', chat], NOW);
    await take(await opened(), [chat]);
    expect((await classes.toRemind(0, 90_000)).map(({ place }) => place.learner).sort()).toEqual([chat, 'zalo:2']);
  });

  test('people reached: each once, however many ids they have and classes they came to', async () => {
    const { state } = open();
    const clock = movingClock();
    const chat = { oaId: '100', userId: '7' };
    const codes = stateLinkCodes(state, clock, randomIds);
    await codes.redeem('zalo:1', (await codes.forChat(chat)).code);
    const come = async (wanted: Partial<NewClass>, learner: Learner, change: Partial<NewPlace> = {}) => {
      const id = await opened({ seats: 9, ...wanted });
      const place = await take(id, learner, change);
      await classes.attend(id, [place?.id ?? ''], true, 11_000);
    };
    await come({}, [chatLearnerId(chat)], { group: 'to-1', ageBand: '60_up' });
    await come({ startsAt: 12_000 }, ME, { group: 'to-5' });
    await come({}, SHE, { ageBand: '36_59' });
    await come({}, [chatLearnerId({ oaId: '100', userId: '8' })]);
    await come({ ward: 'v' }, HE);
    await come({ startsAt: 90_000, endsAt: 91_000 }, HE);
    await take(await opened(), HE);
    expect(await classes.counts('w', 10_000, 90_000)).toEqual({
      ...{ people: 3, attendances: 4 },
      byGroup: [
        { group: null, people: 2 },
        { group: 'to-5', people: 1 },
      ],
      byAgeBand: expect.arrayContaining([
        { ageBand: '60_up', people: 1 },
        { ageBand: '36_59', people: 1 },
        { ageBand: null, people: 1 },
      ]),
    });
    expect(await classes.counts('w', 0, 10_000)).toEqual({ people: 0, attendances: 0, byGroup: [], byAgeBand: [] });
  });

  test('names for the roll are forgotten, the place stays', async () => {
    const id = await opened();
    await take(id, ME);
    await classes.forgetNames(20_000);
    expect(await classes.placeOf(id, ME)).toMatchObject({ calledName: 'Bà Mẫu' });
    await classes.forgetNames(20_001);
    expect(await classes.placeOf(id, ME)).toMatchObject({ calledName: null, state: 'seated' });
  });

  test('a demonstration’s classes are not there outside it', async () => {
    const id = await opened({ demo: true });
    const shown = stateClasses(open().state, randomIds, { demo: true });
    await take(id, ME);
    expect([await classes.byId(id), await classes.upcoming('w', 0, 9), await classes.toRemind(0, 90_000)]).toEqual([
      null,
      [],
      [],
    ]);
    expect([await shown.byId(id), ...(await shown.upcoming('w', 0, 9))]).toMatchObject([{ id }, { id }]);
    expect(await shown.toRemind(0, 90_000)).toHaveLength(1);
  });

  test('a demonstration’s classes are made anew, others stay until they are old, and all go with it', async () => {
    const { state } = open();
    const shown = stateClasses(state, randomIds, { demo: true });
    const real = await opened();
    const tried = await opened({ demo: true });
    const made = { ...newClass({ title: 'Lớp (mẫu)' }), id: 'demo-1' };
    await replaceDemoClasses(state, [made], 0);
    await take('demo-1', ME);
    await take(real, ME);
    await replaceDemoClasses(state, [{ ...made, startsAt: 11_000 }], 0);
    expect(await shown.byId('demo-1')).toMatchObject({ title: 'Lớp (mẫu)', startsAt: 11_000, taken: 0, demo: true });
    expect((await shown.upcoming('w', 0, 9)).map(({ id }) => id).sort()).toEqual(['demo-1', real, tried].sort());
    await replaceDemoClasses(state, [], Number.MAX_SAFE_INTEGER);
    expect((await shown.upcoming('w', 0, 9)).map(({ id, taken }) => [id, taken])).toEqual([[real, 1]]);
  });

  test('who is erased, in the app or in the chat, leaves the seat to whoever waits', async () => {
    const { state } = open();
    const clock = movingClock(new Date(NOW).toISOString());
    const chat = { oaId: '100', userId: '7' };
    const id = await opened({ seats: 1 });
    for (const learner of [ME, [chatLearnerId(chat)] as const, HE]) await take(id, learner);
    const own = await opened({ openedBy: 'zalo:1' });
    const people = statePeople(state, clock);
    expect((await people.records('zalo:1')).map(({ what }) => what)).toContain('Chỗ trong lớp học');
    await people.erase('zalo:1');
    expect(await roll(id)).toEqual(['chat:100:7 seated', 'zalo:3 waiting 1']);
    expect(await people.records('zalo:1')).toEqual([]);
    for (const table of Object.values(state.tables)) {
      expect(JSON.stringify(await state.db.select().from(table))).not.toContain('zalo:1');
    }
    expect(await classes.byId(own)).toMatchObject({ openedBy: '' });
    await stateChatStore(state, clock, randomIds).erase(chat);
    expect(await roll(id)).toEqual(['zalo:3 seated']);
    expect((await classes.toTell(9)).map(({ notice }) => notice)).toEqual(['moved_up']);
  });
});
