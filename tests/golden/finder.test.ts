import { compileLanguage } from '@phuong-so/shared/domain/language';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { describe, expect, it } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';
import { crossScores, type WRITERS } from '../../bot-server/src/cli/evaluate/cross-writers.ts';

/**
 * Two of the writers, the hardest and a usual one: each costs a learning of everybody else's. Floors, and a ceiling for what
 * is told though another was meant; near what `npm run evaluate -- --cross` prints of all.
 */
const NEAR = {
  d: { right: 0.74, rightOrAsked: 0.92, wrong: 0.04 },
  l: { right: 0.85, rightOrAsked: 0.96, wrong: 0.02 },
} as const satisfies Partial<Record<(typeof WRITERS)[number], object>>;
const STILL = { ticks: () => 0 } as Parameters<typeof crossScores>[2];

describe.each(Object.keys(NEAR) as (keyof typeof NEAR)[])(
  'the phrasings of writer %s, none of which the finder knows',
  (writer) => {
    it('lead to what they ask for', { timeout: 300_000 }, async () => {
      const { cues, glossary, topics, units } = await contentFiles('data').language();
      const language = compileLanguage(cues, glossary, topics, new UnitDirectory(units));
      const scores = crossScores(await readLibrary('data'), language, STILL, writer);
      const share = (list: typeof scores, outcomes: readonly string[]) =>
        list.filter(({ outcome }) => outcomes.includes(outcome)).length / list.length;
      expect(scores.length).toBeGreaterThan(800);
      expect(share(scores, ['right'])).toBeGreaterThanOrEqual(NEAR[writer].right);
      expect(share(scores, ['right', 'asked right'])).toBeGreaterThanOrEqual(NEAR[writer].rightOrAsked);
      expect(share(scores, ['wrong'])).toBeLessThanOrEqual(NEAR[writer].wrong);
    });
  },
);
