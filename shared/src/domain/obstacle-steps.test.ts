import { describe, expect, test } from 'vitest';
import {
  answerObstacle,
  assignObstacle,
  closeObstacle,
  editObstacle,
  forwardObstacle,
  groupObstacle,
  isOverdue,
  mayRaise,
  maySeeObstacle,
  type ObstacleActor,
  obstacleMays,
  reopenObstacle,
} from './obstacle-steps.ts';
import type { Obstacle } from './work.ts';

const TODAY = '2026-11-21';
const OBSTACLE: Obstacle = {
  ...{ id: 'o1', code: 'VM-AAAAA', ward: 'w', kind: 'obstacle', title: 'Thiếu máy tính', body: 'Hai máy đã hỏng.' },
  ...{ unit: 'tram-y-te', raisedBy: 's1', workId: null, state: 'open', through: 'vhxh', owner: null, dueOn: null },
  ...{ groupedUnder: null, answer: null, version: 1, createdAt: 0, demo: false },
};
const someone: ObstacleActor = { subject: 'x', role: 'resident', ward: null, unit: null, stands: false, demo: false };
const official = (unit: string | null, more: Partial<ObstacleActor> = {}): ObstacleActor => ({
  ...{ ...someone, subject: `of ${unit}`, role: 'official', ward: 'w', unit },
  ...more,
});
const standing = official('vhxh', { stands: true });
const through = official('vhxh');
const owner = official('cong-an');
const raiser = official('tram-y-te', { subject: 's1' });
const elsewhere = official('vhxh', { ward: 'v', stands: true });
const one = (change: Partial<Obstacle> = {}): Obstacle => ({ ...OBSTACLE, ...change });
const reason = (step: ReturnType<typeof editObstacle>) => (step.kind === 'refused' ? step.reason : step.change);

describe('who sees and raises', () => {
  test('officials of the ward see all, who raised it sees it, nobody else; nobody is the raiser of what was forgotten', () => {
    for (const actor of [standing, owner, raiser]) expect(maySeeObstacle(one(), actor)).toBe(true);
    for (const actor of [someone, elsewhere]) expect(maySeeObstacle(one(), actor)).toBe(false);
    expect(maySeeObstacle(one(), { ...someone, subject: 's1' })).toBe(true);
    expect(maySeeObstacle(one({ raisedBy: '' }), { ...someone, subject: '' })).toBe(false);
  });

  test('a persona of a demonstration sees nothing that is real', () => {
    expect(maySeeObstacle(one(), { ...standing, demo: true })).toBe(false);
    expect(maySeeObstacle(one({ demo: true }), { ...standing, demo: true })).toBe(true);
  });

  test('a proposal is everybody’s, an obstacle an official’s of this ward', () => {
    expect([mayRaise(someone, 'w', 'proposal'), mayRaise(someone, 'w', 'obstacle')]).toEqual([true, false]);
    expect([mayRaise(owner, 'w', 'obstacle'), mayRaise(elsewhere, 'w', 'obstacle')]).toEqual([true, false]);
  });
});

describe('each step', () => {
  test('its writer words it anew while nobody has taken it in hand', () => {
    const words = { title: 'Khác', body: 'Khác nữa' };
    expect(reason(editObstacle(one(), raiser, words))).toEqual(words);
    expect(reason(editObstacle(one(), standing, words))).toBe('forbidden');
    expect(reason(editObstacle(one({ state: 'in_hand' }), raiser, words))).toBe('wrong_state');
  });

  test('the standing unit and the one that it goes through assign; a day that has passed is none', () => {
    const given = { owner: 'cong-an', dueOn: TODAY, note: null };
    for (const actor of [standing, through])
      expect(reason(assignObstacle(one(), actor, given, TODAY))).toEqual({
        ...{ state: 'in_hand', owner: 'cong-an', dueOn: TODAY },
      });
    expect(reason(assignObstacle(one(), owner, given, TODAY))).toBe('forbidden');
    expect(reason(assignObstacle(one(), elsewhere, given, TODAY))).toBe('forbidden');
    expect(reason(assignObstacle(one(), standing, { ...given, dueOn: '2026-11-20' }, TODAY))).toBe('day_past');
    expect(reason(assignObstacle(one({ state: 'closed' }), standing, given, TODAY))).toBe('wrong_state');
  });

  test('the unit that has it answers and forwards, and another does not', () => {
    const mine = one({ state: 'in_hand', owner: 'cong-an' });
    expect(reason(answerObstacle(mine, owner, 'Đã cấp máy.'))).toEqual({ state: 'answered', answer: 'Đã cấp máy.' });
    expect(reason(answerObstacle(mine, raiser, 'Đã cấp máy.'))).toBe('forbidden');
    expect(reason(forwardObstacle(mine, owner, 'UBND Thành phố'))).toEqual({ state: 'forwarded' });
    expect(reason(forwardObstacle(one({ state: 'answered' }), standing, 'UBND Thành phố'))).toBe('wrong_state');
    expect(reason(answerObstacle(one({ state: 'answered' }), standing, 'Sửa lại'))).toMatchObject({
      answer: 'Sửa lại',
    });
  });

  test('the office says why it ends something without an answer; whoever raised it need not', () => {
    expect(reason(closeObstacle(one(), standing, ''))).toBe('note_needed');
    expect(reason(closeObstacle(one({ state: 'answered' }), standing, ''))).toEqual({ state: 'closed' });
    expect(reason(closeObstacle(one(), raiser, ''))).toEqual({ state: 'closed' });
    expect(reason(closeObstacle(one({ state: 'closed' }), raiser, ''))).toBe('wrong_state');
    expect(reason(closeObstacle(one(), owner, 'x'))).toBe('forbidden');
  });

  test('asked again it goes back to who has it, without the old answer and without a day that has passed', () => {
    const answered = one({ state: 'answered', owner: 'cong-an', dueOn: '2026-11-01', answer: 'Rồi' });
    const again = { state: 'in_hand', dueOn: null, answer: null };
    expect(reason(reopenObstacle(answered, raiser, 'Chưa rõ', TODAY))).toEqual(again);
    expect(reason(reopenObstacle(answered, raiser, '', TODAY))).toBe('note_needed');
    expect(reason(reopenObstacle(one(), raiser, 'Chưa rõ', TODAY))).toBe('wrong_state');
  });
});

describe('grouped with like ones', () => {
  const head = one({ id: 'o2', code: 'VM-BBBBB', state: 'in_hand', owner: 'cong-an', dueOn: '2026-12-01' });
  const member = one({ groupedUnder: 'o2', state: 'answered', answer: 'Rồi' });

  test('it has from then on what the one has that it is put under', () => {
    expect(groupObstacle(one(), standing, head, false)).toEqual({
      ...{ kind: 'done', act: 'grouped', note: 'VM-BBBBB' },
      change: { groupedUnder: 'o2', state: 'in_hand', owner: 'cong-an', dueOn: '2026-12-01', answer: null },
    });
  });

  test('never under itself, one of another ward, a member, a closed one, or while others stand under it', () => {
    const bad = [one(), { ...head, ward: 'v' }, { ...head, groupedUnder: 'o3' }, { ...head, state: 'closed' as const }];
    for (const under of bad) expect(reason(groupObstacle(one(), standing, under, false))).toBe('cannot_group');
    expect(reason(groupObstacle(one(), standing, head, true))).toBe('cannot_group');
    expect(reason(groupObstacle(one(), raiser, head, false))).toBe('forbidden');
  });

  test('a member is worked on through the other alone; asked again it stands for itself', () => {
    const given = { owner: 'cong-an', dueOn: null, note: null };
    const open = { ...member, state: 'open' as const };
    expect(reason(assignObstacle(open, standing, given, TODAY))).toBe('grouped');
    expect(reason(answerObstacle(member, standing, 'x'))).toBe('grouped');
    expect(reason(closeObstacle(member, standing, 'x'))).toBe('grouped');
    const alone = { groupedUnder: null, state: 'open', owner: null, dueOn: null, answer: null };
    expect(reason(reopenObstacle(member, raiser, 'Chưa rõ', TODAY))).toEqual(alone);
    expect(reason(groupObstacle(member, standing, null, false))).toEqual(alone);
  });
});

test('what a person may do now is what the steps allow them', () => {
  expect(obstacleMays(one(), standing, false)).toEqual(['group', 'assign', 'answer', 'forward', 'close', 'letter']);
  expect(obstacleMays(one(), standing, true)).not.toContain('group');
  expect(obstacleMays(one(), raiser, false)).toEqual(['edit', 'close']);
  expect(obstacleMays(one(), owner, false)).toEqual([]);
  expect(obstacleMays(one({ state: 'in_hand', owner: 'cong-an' }), owner, false)).toEqual([
    'answer',
    'forward',
    'letter',
  ]);
  expect(obstacleMays(one({ state: 'answered' }), raiser, false)).toEqual(['close', 'reopen']);
});

test('overdue is what has a day that passed, and no answer', () => {
  expect(isOverdue(one({ state: 'in_hand', dueOn: '2026-11-20' }), TODAY)).toBe(true);
  expect(isOverdue(one({ state: 'in_hand', dueOn: TODAY }), TODAY)).toBe(false);
  expect(isOverdue(one({ state: 'answered', dueOn: '2026-11-20' }), TODAY)).toBe(false);
  expect(isOverdue(one(), TODAY)).toBe(false);
});
