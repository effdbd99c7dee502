/** A full stop after these does not end a sentence: titles and short forms of administrative Vietnamese, list numbers. */
const SHORT_FORM = /(?:^|[\s(])(?:\p{Lu}{1,3}|\d{1,2}(?:\.\d{1,2})*|[Đđ]\/c|[Tt]hs|[Tt]s|v\.v)$/u;

/**
 * Sentences of a paragraph: cut after ".", "!", "?", "…" or ";" when a new clause follows. Never inside a number,
 * a document number or after a short form ("P. Trần Phú", "TT. Đảng ủy").
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…;]+["”’)]*(?=\s+\S)/gu)) {
    const end = match.index + match[0].length;
    const next = text.slice(end).trimStart();
    const stop = match[0];
    if (stop.startsWith('.') && stop.length === 1 && SHORT_FORM.test(text.slice(start, match.index))) continue;
    if (!stop.startsWith(';') && /^[\p{Ll}]/u.test(next)) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}
