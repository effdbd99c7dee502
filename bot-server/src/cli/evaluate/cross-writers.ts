import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Phrasing } from '@phuong-so/shared/domain/library';
import type { LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import type { Clock } from '../../ports/clock.ts';
import type { Library } from '../../ports/library.ts';
import { cleanQuestion } from '../../understanding/clean-question.ts';
import { CueReading } from '../../understanding/cue-reading.ts';
import { findInLibrary } from '../../understanding/library/find-in-library.ts';
import { idOf } from '../../understanding/library/library-index.ts';
import { line, speed } from './table.ts';

/** Those who wrote without knowing what the finder knew, nor one another. */
export const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'] as const;

/** How the finder did on one phrasing by somebody whose phrasings it has not learned. */
export type CrossOutcome = 'right' | 'asked right' | 'asked wrong' | 'wrong' | 'not covered' | 'silent';

export interface CrossScore {
  readonly phrasing: Phrasing;
  readonly outcome: CrossOutcome;
  /** What was found instead, or asked. */
  readonly found: readonly string[];
  readonly ms: number;
}

/**
 * What the finder makes of one writer's phrasings when it knows all but theirs: an honest figure for words that nobody
 * has shown it. The plan is not asked, so what a plan's evidence takes away is not in it.
 */
export function crossScores(library: Library, language: LanguageData, clock: Clock, writer: string): CrossScore[] {
  const known = { ...library, phrasings: library.phrasings.filter((one) => one.writer !== writer) };
  const ask = (text: string) => {
    const question = cleanQuestion(text, language);
    const cues = new CueReading(question, language);
    return findInLibrary({ library: known, language, ward: '', question, cues, isPlans: false, lastService: null });
  };
  ask('');
  return library.phrasings
    .filter((one) => one.writer === writer)
    .map((phrasing) => {
      const started = clock.ticks();
      const found = ask(phrasing.text);
      const ms = clock.ticks() - started;
      const ids = found ? idsOf(found.finding) : [];
      const outcome = found ? outcomeOf(found.finding, ids, phrasing.ids) : 'silent';
      return { phrasing, outcome, found: ids, ms };
    });
}

function outcomeOf({ kind }: LibraryFinding, ids: readonly string[], right: readonly string[]): CrossOutcome {
  const isRight = ids.some((id) => right.includes(id));
  if (kind === 'choose' || kind === 'offer') return isRight ? 'asked right' : 'asked wrong';
  if (kind === 'elsewhere' || kind === 'other') return 'not covered';
  return isRight ? 'right' : 'wrong';
}

/** A life event is told as its procedures, the first of them foremost. */
function idsOf(finding: LibraryFinding): string[] {
  switch (finding.kind) {
    case 'service':
      return [finding.service.id];
    case 'course':
      return [finding.course.id];
    case 'choose':
      return finding.services.map(({ id }) => id);
    case 'offer':
      return finding.entries.map(idOf);
    case 'other':
      return [];
    case 'situation':
      return finding.services.slice(0, 1).map(({ id }) => id);
    case 'elsewhere':
      return [finding.elsewhere.title];
  }
}

const OUTCOMES: readonly CrossOutcome[] = ['right', 'asked right', 'asked wrong', 'wrong', 'not covered', 'silent'];

/** One row for each writer and outcome, then the speed of finding alone. */
export function crossTable(scores: ReadonlyMap<string, readonly CrossScore[]>): string {
  const rows = [...scores].flatMap(([writer, all]) => {
    const count = (is: (one: CrossScore) => boolean) => all.filter(is).length;
    const row = (name: string, number: number) =>
      line(`${writer}: ${name}`, String(number), String(all.length), ((100 * number) / all.length).toFixed(1));
    return [
      ...OUTCOMES.map((outcome) =>
        row(
          outcome,
          count((one) => one.outcome === outcome),
        ),
      ),
      '',
    ];
  });
  return [line('', 'lines', 'of', '%'), ...rows, speed([...scores.values()].flat())].join('\n');
}
