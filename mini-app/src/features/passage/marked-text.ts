export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Splits a paragraph around the cited words; offsets outside the text mark nothing. */
export function markedParts(
  text: string,
  mark: { readonly start: number; readonly end: number } | null,
): readonly MarkedPart[] {
  if (mark === null || mark.start < 0 || mark.end > text.length || mark.start >= mark.end) {
    return [{ text, isMarked: false }];
  }
  return [
    { text: text.slice(0, mark.start), isMarked: false },
    { text: text.slice(mark.start, mark.end), isMarked: true },
    { text: text.slice(mark.end), isMarked: false },
  ].filter((part) => part.text !== '');
}
