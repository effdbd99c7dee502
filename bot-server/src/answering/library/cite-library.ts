import type { Citation } from '@phuong-so/shared/domain/answer';
import type { Service } from '@phuong-so/shared/domain/library';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import type { Library } from '../../ports/library.ts';
import { cutAtWord, lengthened, SHORTEST_QUOTE } from '../cite.ts';

const LONGEST_QUOTE = 400;
/** A file writes quotation marks and line ends in its own way: what stands between them is quoted. */
const PIECES = /["\n]+/u;

/** Whose services are shown: a ward's, or the common ones where it is null. */
export interface LibraryPlace {
  readonly library: Library;
  readonly ward: string | null;
}

/** A fact of a service, quoted from the ward's own file where it stands there; null when no file has it. */
export function citeService(
  { library, ward }: LibraryPlace,
  { id }: Service,
  section: string,
  fact: string,
): Citation | null {
  const files = library.filesOf(ward ?? '', id);
  return citeFrom(library, files, fact, { source: 'service', ward, section, documentId: id, sectionId: null });
}

/** What a course says, quoted from the given file of it. */
export function citeCourse(
  { library, ward }: LibraryPlace,
  courseId: string,
  file: string,
  section: string,
  fact: string,
): Citation | null {
  const about = { source: 'course', ward, section, documentId: courseId, sectionId: null } as const;
  return citeFrom(library, [`data/courses/${courseId}/${file}`], fact, about);
}

function citeFrom(
  library: Library,
  files: readonly string[],
  fact: string,
  about: Omit<Citation, 'quote' | 'document'>,
): Citation | null {
  const pieces = fact
    .normalize('NFC')
    .split(PIECES)
    .map(collapseSource)
    .filter((piece) => piece !== '')
    .sort((a, b) => b.length - a.length);
  for (const document of files) {
    const source = library.source(document) ?? '';
    for (const piece of pieces) {
      const quote = lengthened(cutAtWord(piece, LONGEST_QUOTE), source);
      if (quote.length >= SHORTEST_QUOTE && source.includes(quote)) return { ...about, document, quote };
    }
  }
  return null;
}
