import { foldMarks } from '@phuong-so/shared/text/fold';

/** A question as it is typed without tone marks, with its capitals and punctuation. */
export function withoutMarks(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const folded = /\p{L}/u.test(letter) ? foldMarks(letter) : letter;
      return letter === letter.toLowerCase() ? folded : folded.toUpperCase();
    })
    .join('');
}
