import { announcementTemplatesSchema } from '@phuong-so/shared/content/announcement-templates';
import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import { expect, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { blanksIn } from '../../bot-server/src/announcements/blanks.ts';
import { blockersOf } from '../../bot-server/src/announcements/blockers.ts';
import { checkText } from '../../bot-server/src/scam-check/check-text.ts';
import { projectScamSigns } from '../fixtures/scam-signs.ts';

const templates = await contentFiles('data').announcementTemplates();
const scamSigns = await projectScamSigns();
const textOf = ({ title, body }: { title: string; body: string }) => `${title}\n${body}`;
const filled = (text: string) => blanksIn(text).reduce((rest, blank) => rest.replace(blank, 'như đã báo'), text);

test('there is one for what leaders announce most, and no id twice', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  const kinds = new Set(templates.map(({ kind }) => kind));
  expect(ANNOUNCEMENT_KINDS.filter((kind) => kind !== 'general' && !kinds.has(kind))).toEqual([]);
  expect(templates.filter(({ kind }) => kind === 'utilities').map(({ id }) => id)).toEqual(['cat-dien', 'cat-nuoc']);
});

test.each(templates.map((one) => [one.id, one] as const))('%s states nothing of its own', (_, template) => {
  const text = textOf(template);
  // Times, sums, numbers and addresses are somebody's to fill in.
  expect(text.match(/\p{Nd}+|https?:|www\.|@/gu) ?? []).toEqual([]);
  for (const blank of blanksIn(text)) expect(blank).toMatch(/^\[[^[\]]+…\]$/);
  expect(blanksIn(template.title).length).toBeGreaterThan(0);
});

test.each(templates.map((one) => [one.id, one] as const))(
  '%s goes once it is filled in, and looks like no scam',
  (_, template) => {
    const words = { title: filled(template.title), body: filled(template.body), event: null, sendAt: null };
    expect(blockersOf({ ...template, event: null, sendAt: null }, 0)).toEqual(['blank_left']);
    expect(blockersOf(words, 0)).toEqual([]);
    expect(checkText(textOf(words), scamSigns).signs).toEqual([]);
  },
);

test.each([
  ['a kind that there is not', { kind: 'party' }],
  ['a title that no announcement may have', { title: 'a'.repeat(121) }],
  ['a word of its own', { price: '0' }],
])('a file with %s is refused', (_, change) => {
  const [first] = templates;
  const file = { reviewed: '2026-11-29', templates: [{ ...first, ...change }] };
  expect(announcementTemplatesSchema.safeParse(file).success).toBe(false);
  expect(announcementTemplatesSchema.safeParse({ ...file, templates: [first] }).success).toBe(true);
});
