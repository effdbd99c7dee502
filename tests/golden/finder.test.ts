import { compileLanguage } from '@phuong-so/shared/domain/language';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { describe, expect, it } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';
import { crossScores, WRITERS } from '../../bot-server/src/cli/evaluate/cross-writers.ts';

/** Floors and, for what is told though another was meant, a ceiling; near what `npm run evaluate -- --cross` prints. */
const RIGHT = { a: 0.62, b: 0.62, c: 0.64, d: 0.54, e: 0.67 } as const;
const RIGHT_OR_ASKED = { a: 0.91, b: 0.91, c: 0.91, d: 0.86, e: 0.93 } as const;
const WRONG = { a: 0.03, b: 0.035, c: 0.03, d: 0.065, e: 0.035 } as const;
const STILL = { ticks: () => 0 } as Parameters<typeof crossScores>[2];

describe.each(WRITERS)('the phrasings of writer %s, none of which the finder knows', (writer) => {
  it('lead to what they ask for', { timeout: 300_000 }, async () => {
    const { cues, glossary, topics, units } = await contentFiles('data').language();
    const language = compileLanguage(cues, glossary, topics, new UnitDirectory(units));
    const scores = crossScores(await readLibrary('data'), language, STILL, writer);
    const share = (list: typeof scores, outcomes: readonly string[]) =>
      list.filter(({ outcome }) => outcomes.includes(outcome)).length / list.length;
    expect(scores.length).toBeGreaterThan(800);
    expect(share(scores, ['right'])).toBeGreaterThanOrEqual(RIGHT[writer]);
    expect(share(scores, ['right', 'asked right'])).toBeGreaterThanOrEqual(RIGHT_OR_ASKED[writer]);
    expect(share(scores, ['wrong'])).toBeLessThanOrEqual(WRONG[writer]);
  });
});
