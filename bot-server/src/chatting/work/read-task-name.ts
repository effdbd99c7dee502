import { foldMarks } from '@phuong-so/shared/text/fold';

/** A task as somebody types its number, and what they say after it. */
export interface NamedTask {
  /** "III.5", "2.2", "V.1-2"; null where the line begins with words. */
  readonly name: string | null;
  readonly rest: string;
}

/** Roman numerals or digits, then parts after a dot, a dash or a space: "iii.5", "III 5", "II.2.2.b", "V.1-2", "so 5". */
const NAME =
  /^(?:số\s+|so\s+|mục\s+|muc\s+)?((?:[ivxlc]+|\d{1,2})(?:\s*[.]\s*(?:\d{1,2}[a-z]?|[a-zđ]\b|cuối|cuoi))*(?:\s*-\s*\d{1,2}[a-z]?)?)(?=$|[\s,:;])/iu;
/** "III 5": a space in the place of the dot, where no percent follows. */
const SPACED = /^(?:số\s+|so\s+|mục\s+|muc\s+)?([ivxlc]+)\s+(\d{1,2})(?=$|[\s,:;])(?!\s*(?:%|phần trăm|phan tram))/iu;

/** Reads the number with which a line begins. "60%" is none, and neither is a date. */
export function readTaskName(text: string): NamedTask {
  const spaced = SPACED.exec(text);
  if (spaced !== null) return { name: `${spaced[1]}.${spaced[2]}`, rest: restAfter(text, spaced[0]) };
  const found = NAME.exec(text);
  const [whole = '', name = ''] = found ?? [];
  const rest = restAfter(text, whole);
  const isShare = /^(?:%|phần trăm|phan tram)/iu.test(rest);
  return found === null || isShare ? { name: null, rest: text.trim() } : { name: name.replace(/\s+/gu, ''), rest };
}

function restAfter(text: string, head: string): string {
  return text
    .slice(head.length)
    .replace(/^[\s,:;]+/u, '')
    .trim();
}

/** Whether people mean this task by that: the whole name, or its last number alone where no group is named. */
export function isCalled(name: string | null, typed: string): boolean {
  if (name === null) return false;
  const [known, said] = [foldMarks(name), foldMarks(typed)];
  return known === said || (/^\d+[a-z]?$/u.test(said) && known.split('.').at(-1) === said);
}
