import type { TallyReply } from '@phuong-so/shared/contracts/board';
import type { Progress, WorkItem } from '@phuong-so/shared/domain/work';
import { standingOf } from '@phuong-so/shared/domain/work-clock';

/**
 * How far tasks are on the ISO day `today`. What is no longer to be done is counted as closed and nowhere else; what the ward
 * has confirmed and what units say of themselves are counted apart and never added up.
 */
export function tallyOf(items: readonly WorkItem[], today: string): TallyReply {
  const standings: Record<string, number> = {};
  for (const item of items) {
    const standing = standingOf(item, today);
    standings[standing] = (standings[standing] ?? 0) + 1;
  }
  const tracked = items.filter((item) => standingOf(item, today) !== 'closed');
  return {
    tasks: tracked.length,
    standings,
    confirmed: wordsOf(tracked.map(({ confirmed }) => confirmed)),
    reported: wordsOf(tracked.map(({ reported }) => reported)),
  };
}

function wordsOf(words: readonly (Progress | null)[]): TallyReply['confirmed'] {
  const counted = { not_started: 0, in_progress: 0, done: 0, late: 0, not_applicable: 0, no_word: 0 };
  for (const word of words) counted[word?.state ?? 'no_word'] += 1;
  return counted;
}

/** Those that people watch: without what a newer plan has replaced, and without a task whose shares stand in its place. */
export function watchedOf(items: readonly WorkItem[]): readonly WorkItem[] {
  const shared = new Set(items.filter(({ share }) => share !== '').map(sourceOf));
  return items.filter(
    (item) =>
      item.state !== 'superseded' && !(item.state === 'closed' && item.share === '' && shared.has(sourceOf(item))),
  );
}

function sourceOf({ from }: WorkItem): string {
  return `${from.documentId}/${from.factId}`;
}

/** Parts of a list by a key, in the order in which the keys come first. */
export function partsBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const parts = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const part = parts.get(key);
      if (part === undefined) parts.set(key, [one]);
      else part.push(one);
    }
  }
  return parts;
}
