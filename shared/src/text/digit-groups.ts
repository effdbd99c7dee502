/** A run of digits in a text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What keeps it apart from the group before, when both may belong to one number: spaces, dots, hyphens; "" otherwise. */
  readonly joint: string;
}

/** Three characters are enough for " - " and ") ". */
const JOINT = /^[ .()\u00A0-]{1,3}$/;

/** Cuts out every run of digits, in any script. */
export function readDigitGroups(text: string): readonly DigitGroup[] {
  let end = 0;
  return [...text.matchAll(/\p{Nd}+/gu)].map((match, at) => {
    const between = at === 0 || match.index - end > 3 ? '' : text.slice(end, match.index);
    end = match.index + match[0].length;
    return { digits: match[0], start: match.index, end, joint: JOINT.test(between) ? between : '' };
  });
}

/** The groups from `at` on that may belong to one number, at most `limit`. */
export function joinedGroups(groups: readonly DigitGroup[], at: number, limit: number): readonly DigitGroup[] {
  const next = groups.slice(at, at + limit);
  const end = next.findIndex(({ joint }, index) => index > 0 && joint === '');
  return end === -1 ? next : next.slice(0, end);
}

/** The first of these that share one joint: "1903 1234 5678" of "1903 1234 5678 - 500". */
export function alikeGroups(parts: readonly DigitGroup[]): readonly DigitGroup[] {
  const end = parts.findIndex(({ joint }, index) => index > 1 && joint !== parts[1]?.joint);
  return end === -1 ? parts : parts.slice(0, end);
}

export function countDigits(parts: readonly DigitGroup[]): number {
  return parts.reduce((sum, { digits }) => sum + digits.length, 0);
}
