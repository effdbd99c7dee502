import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPrompts } from '../../bot-server/src/adapters/content/read-prompts.ts';
import versions from '../fixtures/prompt-versions.json' with { type: 'json' };

/** A prompt whose text changes gets a new version, so that the log tells which words an answer was made with. */
test('every prompt is as its version says', async () => {
  const { byName } = await readPrompts('data');
  const now = Object.fromEntries(
    Object.values(byName).map(({ name, version, text }) => [
      `${name}@${version}`,
      createHash('sha256').update(text).digest('hex').slice(0, 16),
    ]),
  );
  // Changed a text? Raise `version` in its file, add the new line here, leave the old ones, and run the evaluation.
  expect(versions).toMatchObject(now);
});
