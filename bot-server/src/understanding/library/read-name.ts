import { type LibraryEntry, SERVICE_PARTS, type ServicePart } from '@phuong-so/shared/domain/library-finding';
import { entryName, OTHER_MATTER, partQuestion } from '@phuong-so/shared/domain/library-names';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { LibraryIndex } from './library-index.ts';

/** An entry that was named word for word, as answers and lists offer it. */
export type NamedEntry =
  | { readonly entry: LibraryEntry; readonly parts: readonly ServicePart[] }
  /** None of those that were offered. */
  | 'other';

const known = new WeakMap<LibraryIndex, ReadonlyMap<string, NamedEntry>>();

/** The entry whose title or offered question the text is, marks and case aside; null when it says anything else. */
export function readName(index: LibraryIndex, text: string): NamedEntry | null {
  return namesOf(index).get(keyOf(text)) ?? null;
}

function namesOf(index: LibraryIndex): ReadonlyMap<string, NamedEntry> {
  const ready = known.get(index);
  if (ready) return ready;
  const names = new Map<string, NamedEntry>([[keyOf(OTHER_MATTER), 'other']]);
  // A service or course that is named like another entry is meant itself; of a title that two others share neither is.
  for (const entry of [...index.entries].reverse()) {
    const isOnlyTitle = entry.kind === 'situation' || entry.kind === 'elsewhere';
    for (const name of [titleOf(entry), entryName(entry)].map(keyOf)) {
      if (isOnlyTitle && index.entries.some((other) => other !== entry && keyOf(titleOf(other)) === name)) continue;
      names.set(name, { entry, parts: [] });
    }
    if (entry.kind !== 'service') continue;
    for (const part of SERVICE_PARTS) names.set(keyOf(partQuestion(part, entry.service)), { entry, parts: [part] });
  }
  known.set(index, names);
  return names;
}

function titleOf(entry: LibraryEntry): string {
  if (entry.kind === 'service') return entry.service.title;
  return entry.kind === 'course' ? entry.course.title : entryName(entry);
}

function keyOf(text: string): string {
  return foldedSyllables(text).join(' ');
}
