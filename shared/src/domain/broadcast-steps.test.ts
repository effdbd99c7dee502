import { describe, expect, test } from 'vitest';
import { type Actor, type ApprovalSetting, type Broadcast, mayApprove, NO_APPROVAL } from './broadcast.ts';
import { cancel, correct, decide, edit, fire, type Step, stop, submit } from './broadcast-steps.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-12-01T10:00:00+07:00');
const ASKING: ApprovalSetting = { ofLeaders: true, withinHours: 12, unit: 'Văn phòng', deputyUnit: 'Phòng Văn hóa' };

const actor = (role: Actor['role'], change: Partial<Actor> = {}): Actor => ({
  ...{ subject: `zalo:${role}`, role, ward: 'w', unit: null, group: null },
  ...change,
});
const LEADER = actor('leader', { group: 'to-5' });
const OTHER_LEADER = actor('leader', { group: 'to-6', subject: 'zalo:l6' });
const OFFICE = actor('official', { unit: 'Văn phòng' });
const DEPUTY = actor('official', { unit: 'Phòng Văn hóa', subject: 'zalo:deputy' });
const ELSEWHERE = actor('official', { ward: 'other' });
const RESIDENT = actor('resident', { ward: null });

function broadcast(change: Partial<Broadcast> = {}): Broadcast {
  return {
    ...{ id: 'b', code: 'TB-7K2M9', ward: 'w', state: 'draft', sender: 'Tổ trưởng', createdBy: LEADER.subject },
    ...{
      groups: ['to-5'],
      kind: 'meeting',
      title: 'Họp tổ',
      body: 'Mời họp.',
      event: null,
      asks: 'none',
      sendAt: null,
    },
    ...{ repeat: 'none', emergencyReason: null, attachment: null, revision: 0, version: 1, note: null },
    ...{ approveUntil: null, anchor: null, pressKey: null, createdAt: NOW, sentAt: null, demo: false },
    ...change,
  } as Broadcast;
}
const ends = (step: Step) => (step.kind === 'done' ? `${step.act} → ${step.change.state ?? '='}` : step.reason);

describe('who', () => {
  const steps = (who: Actor, one: Broadcast) => [
    ends(submit({ ...one, state: 'draft' }, who, NO_APPROVAL, NOW)),
    ends(edit({ ...one, state: 'draft' }, who, one, NO_APPROVAL, NOW)),
    ends(cancel({ ...one, state: 'scheduled' }, who)),
    ends(stop({ ...one, state: 'sending' }, who)),
    ends(correct({ ...one, state: 'sent' }, who, NO_APPROVAL, one)),
  ];
  const ALL = [
    'scheduled → scheduled',
    'edited → =',
    'cancelled → cancelled',
    'stopped → stopped',
    'corrected → sending',
  ];
  const NONE = Array(5).fill('forbidden');

  test.each([
    ['the leader of the group', LEADER, ['to-5'], ALL],
    ['the leader, for two groups', LEADER, ['to-5', 'to-6'], NONE],
    ['the leader, for the whole ward', LEADER, [], NONE],
    ['another group’s leader', OTHER_LEADER, ['to-5'], NONE],
    ['an official of the ward', OFFICE, ['to-5'], ALL],
    ['an official, for the whole ward', OFFICE, [], ALL],
    ['an official of another ward', ELSEWHERE, [], NONE],
    ['a resident', RESIDENT, ['to-5'], NONE],
  ] as const)('%s', (_, who, groups, wanted) => {
    expect(steps(who, broadcast({ groups }))).toEqual(wanted);
  });

  test('a leader may not turn the own draft into one for others', () => {
    expect(ends(edit(broadcast(), LEADER, broadcast({ groups: [] }), NO_APPROVAL, NOW))).toBe('forbidden');
  });
});

describe('approval', () => {
  const waiting = broadcast({ state: 'awaiting_approval', approveUntil: NOW + 12 * HOUR });

  test('asked of leaders where the ward wants it, with a time limit; not of officials, not in an emergency', () => {
    expect(submit(broadcast(), LEADER, ASKING, NOW)).toEqual({
      ...{ kind: 'done', act: 'submitted' },
      change: { state: 'awaiting_approval', note: null, approveUntil: NOW + 12 * HOUR },
    });
    expect(ends(submit(broadcast(), OFFICE, ASKING, NOW))).toBe('scheduled → scheduled');
    const emergency = broadcast({ kind: 'urgent', emergencyReason: 'Nước lên nhanh' });
    expect(ends(submit(emergency, LEADER, ASKING, NOW))).toBe('emergency → scheduled');
    expect(ends(submit({ ...emergency, kind: 'general' }, LEADER, ASKING, NOW))).toBe('submitted → awaiting_approval');
  });

  test('the ward’s unit decides; the deputy when the time is over; nobody about the own', () => {
    const may = (who: Actor, at: number) => mayApprove(who, waiting, ASKING, at);
    expect([may(OFFICE, NOW), may(DEPUTY, NOW), may(DEPUTY, NOW + 12 * HOUR)]).toEqual([true, false, true]);
    expect([may(ELSEWHERE, NOW), may(LEADER, NOW), may(actor('admin'), NOW)]).toEqual([false, false, true]);
    expect(mayApprove(OFFICE, { ...waiting, createdBy: OFFICE.subject }, ASKING, NOW)).toBe(false);
    expect(mayApprove(DEPUTY, waiting, { ...ASKING, unit: null }, NOW)).toBe(true);
  });

  test('agreed to it is scheduled; given back it needs a note', () => {
    const decided = (approve: boolean, note: string | null) => decide(waiting, OFFICE, ASKING, NOW, { approve, note });
    expect(decided(true, null)).toMatchObject({ act: 'approved', change: { state: 'scheduled', sendAt: NOW } });
    expect(ends(decided(false, ' '))).toBe('note_needed');
    expect(decided(false, 'Sai giờ')).toMatchObject({
      act: 'returned',
      change: { state: 'returned', note: 'Sai giờ' },
    });
  });

  test('what was agreed to cannot be made into something else without asking again', () => {
    const scheduled = broadcast({ state: 'scheduled', sendAt: NOW + HOUR });
    const changed = { ...scheduled, body: 'Chuyển tiền vào số này.' };
    expect(ends(edit(scheduled, LEADER, changed, ASKING, NOW))).toBe('edited → awaiting_approval');
    expect(ends(correct(broadcast({ state: 'sent' }), LEADER, ASKING, changed))).toBe('approval_needed');
    expect(ends(correct(broadcast({ state: 'sent' }), OFFICE, ASKING, changed))).toBe('corrected → sending');
  });
});

describe('when its time has come', () => {
  const due = broadcast({ state: 'scheduled', sendAt: NOW });
  test.each([
    ['the right still holds', due, LEADER, NOW, 'published → sending'],
    ['the right was taken away', due, null, NOW, 'rights_gone → cancelled'],
    ['the leader leads another group now', due, OTHER_LEADER, NOW, 'rights_gone → cancelled'],
    ['the official’s right ended', { ...due, groups: [] }, RESIDENT, NOW, 'rights_gone → cancelled'],
    ['the meeting has begun', { ...due, event: { startsAt: NOW, place: null } }, LEADER, NOW, 'too_late → returned'],
    ['the server stood still for two days', due, LEADER, NOW + 48 * HOUR, 'too_late → returned'],
    ['it has gone already', { ...due, state: 'sending' as const }, LEADER, NOW, 'wrong_state'],
    ['a demonstration’s persona has no stored right', { ...due, demo: true }, null, NOW, 'published → sending'],
  ])('%s', (_, one, right, now, wanted) => {
    expect(ends(fire(one, right, now))).toBe(wanted);
  });
});
