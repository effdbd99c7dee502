import type { Learner } from '@phuong-so/shared/domain/learning';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateClasses } from '../../bot-server/src/adapters/state/repos/classes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import type { Classes, NewClass } from '../../bot-server/src/ports/classes.ts';
import { newClass, newPlace } from '../fakes/class-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const WORKERS = 8;
const NOW = 1_000;

/** What only several connections can show; on SQLite they share a file, on PostgreSQL a server. */
describeState('seats of a class, over several connections', (open) => {
  let classes: Classes;
  let states: State[];
  beforeAll(async () => {
    states = await Promise.all(Array.from({ length: WORKERS }, () => open().another()));
  });
  beforeEach(() => {
    classes = stateClasses(open().state, randomIds, { demo: false });
  });
  const opened = async (change: Partial<NewClass> = {}) => (await classes.open(newClass(change))).id;
  const take = (id: string, learner: Learner) => classes.take(id, learner, newPlace(learner));
  const desks = () => states.map((state) => stateClasses(state, randomIds, { demo: false }));
  const person = (at: number): Learner => [`zalo:${at}`];

  test('of two who ask at once for the last seat exactly one gets it, the other waits', async () => {
    for (let round = 0; round < 25; round++) {
      const id = await opened();
      await take(id, person(0));
      const asked = await Promise.all(
        desks()
          .slice(0, 2)
          .map((desk, at) => desk.take(id, person(at + 1), newPlace(person(at + 1)))),
      );
      expect(asked.map((place) => place?.state).sort()).toEqual(['seated', 'waiting']);
      expect(asked.find((place) => place?.state === 'waiting')?.position).toBe(1);
    }
  });

  test('sixty people rush for five seats, some of them twice: five sit, the rest stand in line', async () => {
    const id = await opened({ seats: 5 });
    const asking = Array.from({ length: 120 }, (_, at) => person(at % 60));
    await Promise.all(
      asking.map((learner, at) => desks()[at % WORKERS]?.take(id, learner, newPlace(learner, { at: NOW + (at % 7) }))),
    );
    const places = await classes.places(id);
    expect(places.map(({ learner }) => learner).sort()).toEqual(
      Array.from({ length: 60 }, (_, at) => `zalo:${at}`).sort(),
    );
    expect(places.map(({ state }) => state)).toEqual([...Array(5).fill('seated'), ...Array(55).fill('waiting')]);
    expect(places.slice(5).map(({ position }) => position)).toEqual(Array.from({ length: 55 }, (_, at) => at + 1));
    expect(await classes.toTell(99)).toEqual([]);
  });

  test('giving up, asking and erasing at once: no seat is lost and none given twice', async () => {
    const id = await opened({ seats: 3 });
    for (let at = 0; at < 12; at++) await take(id, person(at));
    const clock = movingClock(new Date(NOW).toISOString());
    await Promise.all(
      desks().map(async (desk, worker) => {
        for (let at = worker; at < 30; at += WORKERS) {
          if (at % 3 === 0) await desk.giveUp(id, person(at % 12), NOW);
          else if (at % 7 === 0) await statePeople(states[worker] as State, clock).erase(`zalo:${at % 12}`);
          else await desk.take(id, person(at), newPlace(person(at)));
          const { taken = 0 } = (await desk.byId(id)) ?? {};
          expect(taken).toBeLessThanOrEqual(3);
        }
      }),
    );
    const places = await classes.places(id);
    expect(places.length).toBeGreaterThan(3);
    expect(places.map(({ state }) => state)).toEqual(places.map((_, at) => (at < 3 ? 'seated' : 'waiting')));
  });

  test('cancelling while people ask: whoever got a place is told', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await opened({ seats: 2 });
      const [cancelling, ...asking] = desks() as [Classes, ...Classes[]];
      await Promise.all([
        cancelling.cancel(id, 'x', NOW),
        ...asking.map((desk, at) => desk.take(id, person(at), newPlace(person(at)))),
      ]);
      const told = (await classes.toTell(99)).filter(({ held }) => held.id === id);
      expect(told.map(({ place }) => place.id).sort()).toEqual((await classes.places(id)).map((one) => one.id).sort());
      for (const { place } of told) await classes.told(place.id, 'cancelled');
    }
  });

  test('of many workers one reminds', async () => {
    const place = await take(await opened(), person(0));
    const marks = await Promise.all(desks().map((desk) => desk.markReminded(place?.id ?? '', NOW)));
    expect(marks.filter(Boolean)).toHaveLength(1);
  });
});
