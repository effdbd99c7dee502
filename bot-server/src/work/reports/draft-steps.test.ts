import { expect, test } from 'vitest';
import { draftMays } from './draft-steps.ts';

const STANDING = { unit: 'vhxh', stands: true };
const OWN = { unit: 'kinh-te', stands: false };
const OTHER = { unit: 'cong-an', stands: false };

test('a unit writes its own report and hands it in; the standing unit takes it in or gives it back', () => {
  const unit = (state: 'draft' | 'handed_in' | 'taken_in') =>
    [OWN, STANDING, OTHER].map((actor) => draftMays({ unit: 'kinh-te', state }, actor));
  expect(unit('draft')).toEqual([['edit', 'redraft', 'hand_in'], [], []]);
  expect(unit('handed_in')).toEqual([['give_back'], ['take_in', 'give_back'], []]);
  expect(unit('taken_in')).toEqual([[], ['give_back'], []]);
});

test('the ward’s own is the standing unit’s, which may be no unit of it but whoever runs the service', () => {
  const ward = (state: 'draft' | 'handed_in') =>
    [STANDING, { unit: '', stands: true }, OWN].map((actor) => draftMays({ unit: null, state }, actor));
  expect(ward('draft')).toEqual([['edit', 'redraft', 'hand_in'], ['edit', 'redraft', 'hand_in'], []]);
  expect(ward('handed_in')).toEqual([['give_back'], ['give_back'], []]);
});
