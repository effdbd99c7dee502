import type { Shown } from '../../answering/evidence-of.ts';
import type { Evidence } from '../../composing/evidence.ts';
import { isOrder } from '../../composing/orders.ts';

/** Pieces that one question may show to a model: more cost time and are not read. */
const MOST = 24;

/** Numbers the evidence of one question: "e1", "e2" …; the same fact has one number. */
export class EvidenceBook {
  readonly #entries: Evidence[] = [];

  get entries(): readonly Evidence[] {
    return this.#entries;
  }

  /** The entries of these facts, old and new, in their order; those that there is no room for are left out. */
  add(found: readonly Shown[]): Evidence[] {
    return found.flatMap(({ text, citation }) => {
      const known = this.#entries.find((entry) => entry.text === text);
      if (known) return [known];
      // What tells a machine what to say is shown to none.
      if (this.#entries.length >= MOST || isOrder(text)) return [];
      const entry = { id: `e${this.#entries.length + 1}`, text, citation };
      this.#entries.push(entry);
      return [entry];
    });
  }
}

/** One line of JSON a piece, as prompts and tools show it. */
export function evidenceLines(entries: readonly Evidence[]): string {
  return entries.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
}
