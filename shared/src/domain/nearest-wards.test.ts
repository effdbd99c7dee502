import { expect, test } from 'vitest';
import { nearestWards } from './nearest-wards.ts';

test('the nearest comes first; a degree of longitude is shorter than one of latitude', () => {
  const centres = new Map([
    ['north', [21.9, 105.8]],
    ['east', [21, 106.75]],
    ['here', [21, 105.81]],
  ] as const);
  expect(nearestWards(centres, [21, 105.8])).toEqual(['here', 'east', 'north']);
  expect(nearestWards(new Map(), [21, 105.8])).toEqual([]);
});
