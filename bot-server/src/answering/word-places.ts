import type { Strands } from '@phuong-so/shared/index-format/strand-codec';

/** Where a phrase stands: 1 at the number of every strand that holds it. */
export type Holding = Uint8Array;

/** Finds phrases in a ward's strands without looking at the texts: every word knows its places. */
export class WordPlaces {
  readonly words: readonly string[];
  readonly #tokens: Uint32Array;
  readonly #starts: readonly number[];
  /** Places of word `n`: those from `#from[n]` to `#from[n + 1]`. */
  readonly #from: Uint32Array;
  readonly #places: Uint32Array;

  constructor({ words, tokens, starts }: Strands) {
    this.words = words;
    this.#tokens = tokens;
    this.#starts = starts;
    this.#from = new Uint32Array(words.length + 3);
    this.#places = new Uint32Array(tokens.length);
    this.#sort();
  }

  /** `phrase`: words joined by one space. Null when no strand holds it. */
  holding(phrase: string): Holding | null {
    const numbers = this.#numbersOf(phrase);
    if (numbers === null) return null;
    const [first = 0] = numbers;
    let holding: Holding | null = null;
    for (let at = this.#from[first] as number; at < (this.#from[first + 1] as number); at += 1) {
      const place = this.#places[at] as number;
      if (!this.#goesOn(numbers, place)) continue;
      holding ??= new Uint8Array(this.#starts.length - 1);
      holding[this.#strandAt(place)] = 1;
    }
    return holding;
  }

  /** Words of a strand. */
  lengthOf(strand: number): number {
    return (this.#starts[strand + 1] as number) - (this.#starts[strand] as number) - 1;
  }

  #numbersOf(phrase: string): number[] | null {
    const numbers: number[] = [];
    for (const word of phrase.split(' ')) {
      const number = this.#numberOf(word);
      if (number === 0) return null;
      numbers.push(number);
    }
    return numbers;
  }

  /** 0 for a word that no strand has. A ward's words are looked up too seldom to be worth a map of them. */
  #numberOf(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return this.words[low] === word ? low + 1 : 0;
  }

  /** The strand that holds the place: the last one that begins at or before it. */
  #strandAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= place) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The zero that ends a strand is no word's number, so a phrase never reaches over it. */
  #goesOn(numbers: readonly number[], place: number): boolean {
    for (let at = 1; at < numbers.length; at += 1) if (this.#tokens[place + at] !== numbers[at]) return false;
    return true;
  }

  /** Counting sort of the places by word. */
  #sort(): void {
    const next = this.#from;
    for (let place = 0; place < this.#tokens.length; place += 1) {
      const token = this.#tokens[place] as number;
      next[token + 2] = (next[token + 2] as number) + 1;
    }
    for (let word = 2; word < next.length; word += 1) next[word] = (next[word] as number) + (next[word - 1] as number);
    for (let place = 0; place < this.#tokens.length; place += 1) {
      const slot = (this.#tokens[place] as number) + 1;
      this.#places[next[slot] as number] = place;
      next[slot] = (next[slot] as number) + 1;
    }
  }
}
