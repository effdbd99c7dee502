import { expect, test } from 'vitest';
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
