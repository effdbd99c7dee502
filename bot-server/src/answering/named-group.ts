import type { PlanTask } from '@phuong-so/shared/domain/plan';
import type { Understanding } from '@phuong-so/shared/domain/understanding';
import { padded } from '@phuong-so/shared/text/tokens';
import type { Ranked } from './rank-snippets.ts';

/** Share of the words asked about that a group's heading must hold to be the group meant. */
const HEADING_HOLDS = 0.6;

/** Of ranked rows, those of the group that the question asks about; all when it names no annex. */
export function withinNamedGroup(understanding: Understanding, ranked: readonly Ranked[]): readonly Ranked[] {
  if (understanding.annexes.length === 0) return ranked;
  return ranked.filter(({ snippet }) => {
    if (snippet.kind === 'task') return isInNamedGroup(understanding, snippet.task.group);
    return isInNamedGroup(understanding, snippet.kind === 'target' ? snippet.target.group : null);
  });
}

/** Whether a row's group is the one that the question names; every group will do when it names none. */
export function isInNamedGroup({ group, concepts }: Understanding, of: PlanTask['group']): boolean {
  if (group === null) return true;
  if (of === null) return false;
  if (group !== '') return of.label?.replace(/\.$/, '') === group;
  const words = concepts.flatMap(({ typed }) => typed).filter((word) => !/^\d+$/.test(word) && word !== 'nhom');
  const heading = padded(of.heading);
  return words.filter((word) => heading.includes(` ${word} `)).length >= words.length * HEADING_HOLDS;
}
