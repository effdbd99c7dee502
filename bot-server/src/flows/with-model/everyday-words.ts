import type { LanguageData } from '@phuong-so/shared/domain/language';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import { readTyped } from '@phuong-so/shared/text/typed-text';
import type { EverydayWord } from '../../composing/check-sentence.ts';

/** The glossary's everyday words in a sentence, and what they mean: those a model may put in a plan's place. */
export function everydayWords({ everyday }: Pick<LanguageData, 'everyday'>, sentence: string): EverydayWord[] {
  const { tokens } = readTyped(sentence);
  return everyday.find(tokens).map(({ from, to, value }) => ({
    typed: tokens.slice(from, to).map(({ folded }) => folded),
    means: value.map((meaning) => foldedSyllables(meaning).join(' ')),
  }));
}
