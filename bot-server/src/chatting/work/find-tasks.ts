import { foldMarks } from '@phuong-so/shared/text/fold';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import type { WorkTask } from './deps.ts';
import { isCalled, readTaskName } from './read-task-name.ts';

/** Tasks that somebody may mean, and what they say after naming them. */
export interface FoundTasks {
  readonly tasks: readonly WorkTask[];
  readonly rest: string;
}

/** In syllables: more of a title nobody types. */
const LONGEST_WORDS = 10;

/** By the number with which a line begins, or else by the longest beginning of it that stands in a title. */
export function findTasks(line: string, all: readonly WorkTask[]): FoundTasks {
  const { name, rest } = readTaskName(line);
  if (name !== null) return { tasks: closest(all.filter((task) => isCalled(task.name, name))), rest };
  const typed = readTyped(line);
  for (let count = Math.min(LONGEST_WORDS, typed.tokens.length); count > 0; count -= 1) {
    const end = typed.tokens[count - 1]?.end ?? 0;
    const tasks = titledWith(typed.text.slice(0, end), all);
    if (tasks.length > 0)
      return {
        tasks: closest(tasks),
        rest: typed.text
          .slice(end)
          .replace(/^[\s,:;]+/u, '')
          .trim(),
      };
  }
  return { tasks: [], rest: line };
}

/** Titles in which these words stand beside each other. */
export function titledWith(words: string, all: readonly WorkTask[]): readonly WorkTask[] {
  const wanted = spaced(words);
  return wanted.trim() === '' ? [] : all.filter(({ item }) => spaced(item.title).includes(wanted));
}

function spaced(text: string): string {
  return ` ${foldMarks(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `;
}

/** Of several that are called the same, those that the person may report on, where there are any. */
function closest(tasks: readonly WorkTask[]): readonly WorkTask[] {
  const own = tasks.filter(({ mayReport }) => mayReport);
  return own.length > 0 ? own : tasks;
}
