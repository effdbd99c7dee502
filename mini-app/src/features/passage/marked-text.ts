export interface MarkedPart {
  /** Where it begins in the paragraph. */
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** Splits a paragraph around the cited words; offsets outside the text mark nothing. */
export function markedParts(
  text: string,
  mark: { readonly start: number; readonly end: number } | null,
): readonly MarkedPart[] {
  if (mark === null || mark.start < 0 || mark.end > text.length || mark.start >= mark.end) {
    return [{ start: 0, text, isMarked: false }];
  }
  const { start, end } = mark;
  return [
    { start: 0, text: text.slice(0, start), isMarked: false },
    { start, text: text.slice(start, end), isMarked: true },
    { start: end, text: text.slice(end), isMarked: false },
  ].filter((part) => part.text !== '');
}
