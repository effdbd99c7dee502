import type { Learner } from '@phuong-so/shared/domain/learning';
import type { NewClass, NewPlace } from '../../bot-server/src/ports/classes.ts';

/** Begins at 10,000, ends at 20,000 epoch ms. */
export function newClass(change: Partial<NewClass> = {}): NewClass {
  return {
    ...{
      ward: 'w',
      group: null,
      courseId: null,
      title: 'Dùng VNeID',
      place: 'Nhà văn hóa',
      teacher: 'Tổ công nghệ số',
    },
    ...{ startsAt: 10_000, endsAt: 20_000, seats: 2, openedBy: 'zalo:can-bo', demo: false },
    ...change,
  };
}

export function newPlace(learner: Learner, change: Partial<NewPlace> = {}): NewPlace {
  return { id: learner[0], calledName: 'Bà Mẫu', group: null, ageBand: null, at: 1_000, ...change };
}
