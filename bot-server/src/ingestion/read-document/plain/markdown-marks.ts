/** Every word stands inside `**`; a list label may stand outside. */
export function isBold(markdown: string): boolean {
  const outside = markdown.replace(/(\*\*|__)(?=\S)[\s\S]*?\S?\1/g, '');
  return outside !== markdown && !/\p{L}{2,}/u.test(outside);
}

/** Without marks of emphasis and with escaped signs read as themselves. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(
      /\\([!-/:-@[-`{-~])|\*+|(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu,
      (_, escaped: string | undefined) => escaped ?? '',
    )
    .trim();
}
