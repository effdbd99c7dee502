import { NO_DUE } from '@phuong-so/shared/domain/due-date';
import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { expect, test } from 'vitest';
import type { WardFacts } from '../ports/ward-facts.ts';
import { COMMON_STANDING_UNIT, standingUnitOf, standsFor } from './standing-unit.ts';

const unit = (id: string, name: string) =>
  ({ id, name, kind: 'department', spellings: [name], nicknames: [] }) as const;
const UNITS = new UnitDirectory([unit('van-phong', 'Văn phòng HĐND và UBND'), unit('vhxh', 'Phòng Văn hóa - Xã hội')]);
const deadline = (kind: PlanDeadline['kind'], toWhom: string | null): PlanDeadline => ({
  ...{ id: 'd', kind, what: 'báo cáo', when: 'trước ngày 30/11', rule: '', who: null, toWhom, due: NO_DUE },
  quote: { text: '', place: { annex: null, row: null, column: null, section: null } },
});
const plan = (date: string | null, ...deadlines: PlanDeadline[]) => ({ plan: { document: { date }, deadlines } });
const of = (...documents: ReturnType<typeof plan>[]) =>
  standingUnitOf({ documents: documents as unknown as WardFacts['documents'] }, UNITS);

test('the unit through which the plan wants reports to go, however it goes on', () => {
  expect(of(plan(null, deadline('reporting', 'UBND phường (qua Văn phòng HĐND và UBND để tổng hợp)')))).toBe(
    'van-phong',
  );
});

test('reports before obstacles, a newer plan before an older one', () => {
  const [office, culture] = ['(qua Văn phòng HĐND và UBND)', '(qua Phòng Văn hóa - Xã hội)'];
  expect(of(plan(null, deadline('escalation', office), deadline('reporting', culture)))).toBe('vhxh');
  expect(of(plan(null, deadline('escalation', office), deadline('reporting', 'UBND phường')))).toBe('van-phong');
  const older = plan('2025-09-19', deadline('reporting', culture));
  expect(of(older, plan('2026-09-19', deadline('reporting', office)))).toBe('van-phong');
});

test('where no plan names a unit, or one that nobody knows, it is the common one', () => {
  expect(of()).toBe(COMMON_STANDING_UNIT);
  expect(of(plan(null, deadline('reporting', 'UBND phường (qua Ban Thú y)')))).toBe(COMMON_STANDING_UNIT);
});

test('an official of that unit in that ward stands for it, and whoever runs the service', () => {
  const actor = { subject: 's', role: 'official', ward: 'w', unit: 'Văn phòng HĐND và UBND', demo: false } as const;
  const stands = (change: object) => standsFor({ ...actor, ...change }, 'w', 'van-phong', UNITS);
  expect([stands({}), stands({ role: 'admin', unit: null })]).toEqual([true, true]);
  expect(stands({ unit: 'Phòng Văn hóa - Xã hội' })).toBe(false);
  for (const change of [
    { ward: 'x' },
    { role: 'leader' },
    { role: 'resident' },
    { unit: null },
    { role: 'admin', ward: 'x' },
  ])
    expect(stands(change), JSON.stringify(change)).toBe(false);
});
