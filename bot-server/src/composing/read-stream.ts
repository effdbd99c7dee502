import { COMPLETENESS, type ComposedSentence, type Composition } from './evidence.ts';
import { readSentence } from './read-composition.ts';

const OPENING = /^\s*(?:```(?:json)?\s*)?\{\s*"completeness"\s*:\s*"(\w+)"\s*,\s*"sentences"\s*:\s*\[/;

/**
 * Finds whole sentences in a model's JSON while it is still being written. Only an answer that tells its completeness
 * first is read so; any other is read when it is whole.
 */
export class CompositionStream {
  #text = '';
  /** Where the next sentence may begin; null while the opening is not there. */
  #at: number | null = null;
  completeness: Composition['completeness'] | null = null;

  /** What has become whole with this piece, in order. */
  push(piece: string): ComposedSentence[] {
    this.#text += piece;
    if (this.#at === null && !this.#open()) return [];
    const found: ComposedSentence[] = [];
    for (let end = this.#objectEnd(); end !== null; end = this.#objectEnd()) {
      const from = this.#text.indexOf('{', this.#at ?? 0);
      const sentence = readSentence(this.#text.slice(from, end));
      this.#at = end;
      if (sentence) found.push(sentence);
    }
    return found;
  }

  #open(): boolean {
    const opening = OPENING.exec(this.#text);
    const told = COMPLETENESS.find((one) => one === opening?.[1]);
    if (!opening || !told) return false;
    this.completeness = told;
    this.#at = opening[0].length;
    return true;
  }

  /** Behind the bracket that closes the next object; null while it is not there or the list has ended. */
  #objectEnd(): number | null {
    const from = this.#at ?? 0;
    const start = this.#text.indexOf('{', from);
    if (start < 0 || this.#text.slice(from, start).includes(']')) return null;
    let inString = false;
    for (let at = start; at < this.#text.length; at += 1) {
      const letter = this.#text[at];
      if (inString && letter === '\\') at += 1;
      else if (letter === '"') inString = !inString;
      else if (!inString && letter === '}') return at + 1;
    }
    return null;
  }
}
