import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { coversEssentials, type Essentials } from './essentials.ts';
import type { CheckedSentence } from './evidence.ts';

/**
 * Tells checked sentences on, and takes none back: it waits until they leave nothing essential out, for until then the
 * rules' answer may still have to stand in their place.
 */
export class Teller {
  readonly #essentials: Essentials;
  readonly #units: UnitDirectory;
  readonly #tell: (sentence: CheckedSentence) => void;
  #isOpen = false;

  constructor(essentials: Essentials, units: UnitDirectory, tell: (sentence: CheckedSentence) => void) {
    this.#essentials = essentials;
    this.#units = units;
    this.#tell = tell;
  }

  /** Whether something has been told: then it is the answer. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** `said`: every checked sentence so far, the last one new. */
  hear(said: readonly CheckedSentence[]): void {
    const last = said.at(-1);
    if (this.#isOpen && last) this.#tell(last);
    if (this.#isOpen || !coversEssentials(said, this.#essentials, this.#units)) return;
    this.#isOpen = true;
    for (const sentence of said) this.#tell(sentence);
  }
}
