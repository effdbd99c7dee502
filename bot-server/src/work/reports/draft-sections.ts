import type { ReportSection } from '@phuong-so/shared/domain/work';
import { type ReportFacts, taskFacts } from './report-facts.ts';
import { evidenceLines } from './section-evidence.ts';
import { SECTION_TITLES, type SectionId } from './section-ids.ts';
import { nextLines } from './section-next.ts';
import { obstacleLines } from './section-obstacles.ts';
import { results } from './section-results.ts';
import { situation } from './section-situation.ts';
import { targetLines } from './section-targets.ts';

/**
 * A report drafted from what was entered: every figure in it is an entry's or counts entries. What nobody entered is named
 * as a gap and never counted as nothing.
 */
export function draftSections(facts: ReportFacts): ReportSection[] {
  const tasks = taskFacts(facts);
  const lines: Readonly<Record<SectionId, readonly string[]>> = {
    situation: situation(facts, tasks),
    results: results(facts, tasks),
    targets: targetLines(facts),
    obstacles: obstacleLines(facts, tasks),
    next: nextLines(facts, tasks),
    evidence: evidenceLines(facts),
  };
  return (Object.keys(SECTION_TITLES) as SectionId[]).map((id) => ({
    ...{ id, title: SECTION_TITLES[id], edited: false },
    text: lines[id].join('\n'),
  }));
}

/** Drafted anew: what somebody edited is left alone, unless it is named in `replace`. */
export function redrafted(
  before: readonly ReportSection[],
  fresh: readonly ReportSection[],
  replace: readonly string[],
): { readonly sections: ReportSection[]; readonly leftAlone: string[] } {
  const kept = new Map(before.filter(({ id, edited }) => edited && !replace.includes(id)).map((one) => [one.id, one]));
  return { sections: fresh.map((one) => kept.get(one.id) ?? one), leftAlone: [...kept.keys()] };
}

/** The texts that somebody wrote, in their places; a section whose text is as it was is not edited by it. null: no such section. */
export function editedSections(
  before: readonly ReportSection[],
  changes: readonly { readonly id: string; readonly text: string }[],
): ReportSection[] | null {
  if (changes.some(({ id }) => !before.some((one) => one.id === id))) return null;
  return before.map((section) => {
    const change = changes.find(({ id }) => id === section.id);
    return change === undefined || change.text === section.text
      ? section
      : { ...section, text: change.text, edited: true };
  });
}
