import type { Understanding } from '@phuong-so/shared/domain/understanding';
import type { Ranked } from './rank-snippets.ts';
import { padded } from './snippets.ts';

/** Share of the words asked about that a group's heading must hold to be the group meant. */
const HEADING_HOLDS = 0.6;

/** Of ranked rows, those of the group that the question asks about; all when it asks about none. */
export function withinNamedGroup(
  { group, concepts, annexes }: Understanding,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  if (group === null || annexes.length === 0) return ranked;
  const words = concepts.flatMap(({ typed }) => typed).filter((word) => !/^\d+$/.test(word) && word !== 'nhom');
  return ranked.filter(({ snippet }) => {
    const named =
      snippet.kind === 'task' ? snippet.task.group : snippet.kind === 'target' ? snippet.target.group : null;
    if (!named) return false;
    if (group !== '') return named.label?.replace(/\.$/, '') === group;
    const heading = padded(named.heading);
    return words.filter((word) => heading.includes(` ${word} `)).length >= words.length * HEADING_HOLDS;
  });
}
