/** Recordings that were made not long ago, by their words: what many people ask is spoken once. Forgets the oldest. */
export class RecentSounds {
  readonly #most: number;
  readonly #sounds = new Map<string, Uint8Array>();
  #bytes = 0;

  /** `most`: bytes of all recordings together. */
  constructor(most: number) {
    this.#most = most;
  }

  get(words: string): Uint8Array | null {
    const sound = this.#sounds.get(words);
    if (sound === undefined) return null;
    this.#sounds.delete(words);
    this.#sounds.set(words, sound);
    return sound;
  }

  put(words: string, sound: Uint8Array): void {
    this.#drop(words);
    this.#sounds.set(words, sound);
    this.#bytes += sound.length;
    for (const oldest of this.#sounds.keys()) {
      if (this.#bytes <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(words: string): void {
    this.#bytes -= this.#sounds.get(words)?.length ?? 0;
    this.#sounds.delete(words);
  }
}
