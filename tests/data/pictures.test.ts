import { readFileSync } from 'node:fs';
import { splitStep } from '@phuong-so/shared/content/step-pictures';
import type { Course } from '@phuong-so/shared/domain/library';
import { beforeAll, expect, test } from 'vitest';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';

let courses: readonly Course[];
beforeAll(async () => {
  ({ courses } = await readLibrary('data'));
});

test('every course has a drawing, and the elderly more than others', () => {
  for (const { id, pictures } of courses) expect(pictures.length, id).toBeGreaterThan(0);
  expect(courses.flatMap(({ pictures }) => pictures).length).toBeGreaterThanOrEqual(20);
});

test('drawings take their colours from the tokens of the app, and look the same when opened alone', () => {
  const tokens = readFileSync('mini-app/src/ui/styles/tokens.css', 'utf8').split('html[data-theme="dark"]')[0] ?? '';
  for (const { name, svg } of courses.flatMap(({ pictures }) => pictures)) {
    for (const [, token, colour] of svg.matchAll(/var\((--[a-z-]+), (#[0-9a-f]{6})\)/g)) {
      expect(tokens, name).toContain(`  ${token}: ${colour};`);
    }
  }
});

test('a drawing says in words what is on it, and no more than the step says by itself', () => {
  const steps = courses.flatMap(({ lessons }) => lessons).flatMap((lesson) => lesson.steps);
  for (const { text, pictures } of steps.map(splitStep)) {
    expect(text).not.toMatch(/!\[|\.svg/);
    for (const { name, description } of pictures) {
      expect(description.split(' ').length, name).toBeGreaterThanOrEqual(4);
      expect(description.length, name).toBeLessThanOrEqual(120);
    }
  }
});
