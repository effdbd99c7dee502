import { foldMarks } from '@phuong-so/shared/text/fold';

/** What stands on papers, as cues of the language find it in a text. */
export interface PaperWords {
  /** "CĂN CƯỚC CÔNG DÂN", "Identity Card" */
  readonly hasTitle: boolean;
  /** "Họ và tên", "Date of birth" */
  readonly hasLabel: boolean;
}

/** Twelve digits of an identity card, nine of an older one, in groups or not. A telephone has ten. */
const PAPER_NUMBER = /(?<!\d[ .]?)(?:\d[ .]?){8}\d(?:(?:[ .]?\d){3})?(?![ .]?\d)/u;
/** The lines for machines on cards and passports: "IDVNM2050001234…", "P<VNM…". */
const MACHINE_LINES = /(?:id|[ip]<)vnm/u;

/**
 * Whether what was read stands on somebody's identity paper: the printed title, a printed label and a number of that length,
 * or the lines for machines. A message that threatens to lock an identity card has no such labels, and is wanted.
 * `words`: not masked yet.
 */
export function isIdentityPaper(words: string, { hasTitle, hasLabel }: PaperWords): boolean {
  if (MACHINE_LINES.test(foldMarks(words).toLowerCase().replace(/\s+/gu, ''))) return true;
  return hasTitle && hasLabel && PAPER_NUMBER.test(words);
}
