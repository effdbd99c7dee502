import { compileLanguage } from '@phuong-so/shared/domain/language';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { describe, expect, it } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { readLibrary } from '../../bot-server/src/adapters/content/read-library.ts';
import { crossScores, WRITERS } from '../../bot-server/src/cli/evaluate/cross-writers.ts';

/** Floors, a little below what `npm run evaluate -- --cross` prints (docs/quality.md). */
const RIGHT = { a: 0.75, b: 0.73 } as const;
const RIGHT_OR_ASKED = { a: 0.79, b: 0.77 } as const;
const RIGHT_WHEN_SURE = 0.93;
const STILL = { ticks: () => 0 } as Parameters<typeof crossScores>[2];

describe.each(WRITERS)('the phrasings of writer %s, none of which the finder knows', (writer) => {
  it('lead to what they ask for', { timeout: 300_000 }, async () => {
    const { cues, glossary, topics, units } = await contentFiles('data').language();
    const language = compileLanguage(cues, glossary, topics, new UnitDirectory(units));
    const scores = crossScores(await readLibrary('data'), language, STILL, writer);
    const share = (list: typeof scores, outcomes: readonly string[]) =>
      list.filter(({ outcome }) => outcomes.includes(outcome)).length / list.length;
    expect(scores.length).toBeGreaterThan(900);
    expect(share(scores, ['right'])).toBeGreaterThanOrEqual(RIGHT[writer]);
    expect(share(scores, ['right', 'asked right'])).toBeGreaterThanOrEqual(RIGHT_OR_ASKED[writer]);
    const sure = scores.filter((one) => one.sure);
    expect(share(sure, ['right', 'asked right'])).toBeGreaterThanOrEqual(RIGHT_WHEN_SURE);
  });
});
