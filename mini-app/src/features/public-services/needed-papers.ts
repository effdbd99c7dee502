import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { foldMarks } from '@phuong-so/shared/text/fold';

/** A paper that one or more of the wanted procedures need; brought once. */
export interface NeededPaper {
  readonly name: string;
  /** true when one of them wants the original; null when one does not say. */
  readonly original: boolean | null;
  readonly notes: readonly string[];
  /** Which procedures, and what each calls the paper. */
  readonly uses: readonly { readonly service: string; readonly title: string; readonly paper: string }[];
}

/** The papers of all the procedures, what is the same paper once, originals first. */
export function neededPapers(services: readonly ServiceReply[]): readonly NeededPaper[] {
  const needed = new Map<string, NeededPaper>();
  for (const { id, title, papers } of services) {
    for (const { name, original, note } of papers) {
      const key = isFormOfItsOwn(name) ? `${id} ${name}` : foldMarks(name);
      const known = needed.get(key);
      const use = { service: id, title, paper: name };
      const notes = note === null || known?.notes.includes(note) ? [] : [note];
      needed.set(
        key,
        known === undefined
          ? { name, original, notes, uses: [use] }
          : {
              ...known,
              original: stricter(known.original, original),
              notes: [...known.notes, ...notes],
              uses: [...known.uses, use],
            },
      );
    }
  }
  return originalsFirst([...needed.values()]);
}

/** What must be the original is looked for first; within one kind the order stays. */
export function originalsFirst<Paper extends { readonly original: boolean | null }>(
  papers: readonly Paper[],
): readonly Paper[] {
  return [...papers.filter(({ original }) => original), ...papers.filter(({ original }) => !original)];
}

/** "Tờ khai" is another sheet at each procedure, unless its number says which one it is. */
function isFormOfItsOwn(name: string): boolean {
  return (
    /^(?:to khai|mau khai|ban khai|don|phieu|van ban|giay de nghi|giay to)\b/.test(foldMarks(name)) && !/\d/.test(name)
  );
}

function stricter(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}
