import type { Course, Service } from '@phuong-so/shared/domain/library';
import { SERVICE_PARTS, type ServicePart } from '@phuong-so/shared/domain/library-finding';
import { partQuestion, serviceName, startCourse } from '@phuong-so/shared/domain/library-names';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { LibraryIndex } from './library-index.ts';

/** An entry that was named word for word, as answers and lists offer it. */
export type NamedEntry =
  | { readonly kind: 'service'; readonly service: Service; readonly parts: readonly ServicePart[] }
  | { readonly kind: 'course'; readonly course: Course };

const known = new WeakMap<LibraryIndex, ReadonlyMap<string, NamedEntry>>();

/** The entry whose title or offered question the text is, marks and case aside; null when it says anything else. */
export function readName(index: LibraryIndex, text: string): NamedEntry | null {
  return namesOf(index).get(keyOf(text)) ?? null;
}

function namesOf(index: LibraryIndex): ReadonlyMap<string, NamedEntry> {
  const ready = known.get(index);
  if (ready) return ready;
  const names = new Map<string, NamedEntry>();
  for (const entry of index.entries) {
    if (entry.kind === 'course') {
      for (const name of [entry.course.title, startCourse(entry.course)])
        names.set(keyOf(name), { kind: 'course', course: entry.course });
    }
    if (entry.kind !== 'service') continue;
    const { service } = entry;
    for (const name of [service.title, serviceName(service)])
      names.set(keyOf(name), { kind: 'service', service, parts: [] });
    for (const part of SERVICE_PARTS)
      names.set(keyOf(partQuestion(part, service)), { kind: 'service', service, parts: [part] });
  }
  known.set(index, names);
  return names;
}

function keyOf(text: string): string {
  return foldedSyllables(text).join(' ');
}
