import type { WorkPerson } from '@phuong-so/shared/domain/work-reminders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realService } from '../../../../tests/fixtures/real-service.ts';
import type { Service } from '../../app/compose.ts';
import { composeWork } from '../../app/compose-work.ts';
import { type WardWork, wardWork } from '../../flows/work/ward-work.ts';
import { digestOf } from '../../flows/work/work-notices.ts';
import type { HandedIn } from '../../ports/report-drafts.ts';
import { decideReminders } from './decide-reminders.ts';

/** The day on which this ward's yearly report is to be in. */
const [WARD, TODAY] = ['nguyen-dai-nang', '2026-11-29'];
let service: Service;
let ward: WardWork;
beforeAll(async () => {
  service = await realService();
  const found = await wardWork(composeWork({ demo: false }, service), WARD, false);
  if (found === null) throw new Error('no such ward');
  ward = found;
});
afterAll(() => service.close());

test('a report that was handed in since the morning is not asked for: the unit’s by its people, the ward’s by nobody', () => {
  const person: WorkPerson = { subject: 's', unit: 'kt-ht-dt', head: true, isStanding: false };
  const reminders = decideReminders({ ...ward, people: [person], since: '2026-11-28', today: TODAY });
  expect(reminders.map(({ itemId }) => itemId)).toEqual([expect.stringMatching(/^report:/)]);
  const asked = (unit: string | null, ...handedIn: HandedIn[]) =>
    digestOf(reminders, { ...ward, handedIn }, { today: TODAY, unit }).notices.map(({ kind }) => kind);
  const yearly = { kind: 'yearly', period: '2026' } as const;
  expect(asked('kt-ht-dt')).toEqual(['report']);
  expect(asked('kt-ht-dt', { ...yearly, unit: 'cong-an' })).toEqual(['report']);
  expect(asked('kt-ht-dt', { ...yearly, unit: 'kt-ht-dt' })).toEqual([]);
  expect(asked(null, { ...yearly, unit: 'kt-ht-dt' })).toEqual(['report']);
  for (const unit of ['kt-ht-dt', null]) expect(asked(unit, { ...yearly, unit: null })).toEqual([]);
});
