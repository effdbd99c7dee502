import { wardFileSchema } from '@phuong-so/shared/content/ward';
import { compilePlainTitles } from '@phuong-so/shared/domain/plain-titles';
import { describe, expect, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';

const content = contentFiles('data');

test('every content file has the shape that the service expects', async () => {
  await expect(content.language()).resolves.toBeDefined();
  for (const key of await content.wardKeys()) {
    const { profile, plans } = await content.ward(key);
    expect(profile.key).toBe(key);
    expect(plans.length, `${key} has no plan`).toBeGreaterThan(0);
  }
});

test('unit ids are unique over the common units and each ward’s own', async () => {
  const { units } = await content.language();
  for (const key of await content.wardKeys()) {
    const ids = [...units, ...(await content.ward(key)).profile.units].map((unit) => unit.id);
    expect(new Set(ids).size, key).toBe(ids.length);
  }
});

describe('how a ward checks its leaders', () => {
  const given = (announcements: object) => wardFileSchema.safeParse({ key: 'sao-mai', announcements });

  test('units that decide are units that the ward has', async () => {
    const { units } = await content.language();
    for (const key of await content.wardKeys()) {
      const { approval, units: own } = (await content.ward(key)).profile;
      const names = [...units, ...own].flatMap(({ name, spellings }) => [name, ...spellings]);
      for (const unit of [approval?.unit, approval?.deputyUnit]) if (unit) expect(names, key).toContain(unit);
    }
  });

  test.each([
    ['whether at all', { ofLeaders: true }, true],
    ['by one unit, and another past the limit', { ofLeaders: true, withinHours: 4, unit: 'A', deputyUnit: 'B' }, true],
    ['a deputy of nobody', { ofLeaders: true, deputyUnit: 'B' }, false],
    ['a deputy of itself', { ofLeaders: true, unit: 'A', deputyUnit: 'A' }, false],
    ['no hour to decide in', { ofLeaders: true, withinHours: 0 }, false],
    ['more than a week to decide in', { ofLeaders: true, withinHours: 169 }, false],
    ['nothing but the unit', { unit: 'A' }, false],
    ['a word of its own', { ofLeaders: true, hours: 4 }, false],
  ])('%s', (_, announcements, isGood) => {
    expect(given(announcements).success).toBe(isGood);
  });
});

test('every rule for plain titles can be reached: no rule before it takes all that it takes', async () => {
  const { titles } = await content.plainTitles();
  const plain = compilePlainTitles({ titles });
  for (const { plain: expected, is = [], starts = [], has } of titles) {
    const samples = [...is, ...starts, ...(has ? [has.join(' ')] : [])];
    const given = samples.map(plain);
    for (const [at, title] of given.entries()) expect(title, samples[at]).not.toBeNull();
    expect(given, expected).toContain(expected);
  }
  expect(new Set(titles.map((rule) => rule.plain)).size).toBe(titles.length);
});

test('a heading is known with or without marks, capitals and "và"; one that no rule knows has no plain title', async () => {
  const plain = compilePlainTitles(await content.plainTitles());
  const known = plain('MỤC ĐÍCH, YÊU CẦU');
  expect(known).not.toBeNull();
  expect(plain('Mục đích và yêu cầu')).toBe(known);
  expect(plain('muc dich - yeu cau:')).toBe(known);
  expect(plain('Chuyện bên lề')).toBeNull();
});
