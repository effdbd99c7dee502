import { expect, test } from 'vitest';
import { mayEnterValue, rightsTo } from './work-rights.ts';

const ITEM = { leads: ['kinh-te'], coordinating: ['cong-an'], state: 'open' } as const;
const isCollective = (unit: string) => unit === 'co-quan-don-vi';
const rights = (unit: string, standing = false, item: Parameters<typeof rightsTo>[0] = ITEM) =>
  rightsTo(item, { unit, standing }, isCollective);

test('a lead speaks for the task and confirms parts, a coordinating unit gives its part, others only look', () => {
  expect(rights('kinh-te')).toEqual(['report_lead', 'confirm_parts', 'take', 'mute']);
  expect(rights('cong-an')).toEqual(['report_part']);
  expect(rights('tu-phap')).toEqual([]);
});

test('the standing unit edits and confirms, and speaks for no unit that can speak for itself', () => {
  expect(rights('vhxh', true)).toEqual(['edit', 'confirm', 'take', 'mute']);
  expect(rights('vhxh', true, { ...ITEM, leads: ['vhxh'] })).toContain('report_lead');
});

test('of a collective lead each unit gives its part, and the standing unit speaks for the whole', () => {
  const item = { ...ITEM, leads: ['co-quan-don-vi'], coordinating: [] };
  expect(rights('tu-phap', false, item)).toEqual(['report_part']);
  expect(rights('', false, item)).toEqual([]);
  expect(rights('vhxh', true, item)).toEqual(['edit', 'report_lead', 'confirm', 'confirm_parts', 'take', 'mute']);
});

test('what is closed is only edited and decided', () => {
  expect(rights('kinh-te', false, { ...ITEM, state: 'closed' })).toEqual(['confirm_parts']);
  expect(rights('vhxh', true, { ...ITEM, state: 'superseded' })).toEqual(['edit', 'confirm']);
});

test('a target’s value comes from those whose it is, and from the standing unit', () => {
  const may = (unit: string, standing = false, item: Parameters<typeof mayEnterValue>[0] = ITEM) =>
    mayEnterValue(item, { unit, standing }, isCollective);
  expect([may('kinh-te'), may('cong-an'), may('tu-phap'), may('vhxh', true)]).toEqual([true, true, false, true]);
  expect(may('tu-phap', false, { leads: ['co-quan-don-vi'], coordinating: [] })).toBe(true);
});
