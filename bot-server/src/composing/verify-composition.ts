import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { collapseSpaces, dropInvisible } from '@phuong-so/shared/text/fold';
import { padded, syllables } from '@phuong-so/shared/text/tokens';
import { type EverydayWord, type Fault, faultBetween, type Reading, readText } from './check-sentence.ts';
import type { CheckedSentence, ComposedSentence, Evidence } from './evidence.ts';

export interface VerifierSettings {
  /** Everything that has been shown so far. */
  readonly evidence: () => readonly Evidence[];
  readonly units: UnitDirectory;
  /** Names that any sentence may have although its evidence does not: the ward's. */
  readonly names: readonly string[];
  /** Characters of all sentences together. */
  readonly room: number;
  /** What the person typed: a claim of it that the evidence does not have is not repeated. */
  readonly question: string;
  /** Everyday words of a sentence and what they mean. */
  readonly everyday: (sentence: string) => readonly EverydayWord[];
}

/** "[[e3]]": where a sentence points to its source. Code puts the place there; a model never writes one. */
const TOKEN = /\s*\[\[\s*(e\d{1,3})\s*\]\]/g;

/**
 * Checks a model's sentences one after the other, as they come. Each must be shown whole by one of the pieces of evidence
 * that it names; one that is not is dropped, whatever else the model said.
 */
export class Verifier {
  readonly #settings: VerifierSettings;
  readonly #said: CheckedSentence[] = [];
  readonly #dropped: Fault[] = [];
  readonly #readings = new Map<string, Reading>();
  #room: number;

  constructor(settings: VerifierSettings) {
    this.#settings = settings;
    this.#room = settings.room;
  }

  /** In the order in which they were said. */
  get said(): readonly CheckedSentence[] {
    return this.#said;
  }

  /** Why sentences were dropped, one each. */
  get dropped(): readonly Fault[] {
    return this.#dropped;
  }

  /** The sentence as it may be said; null when it may not, says nothing new or has no room. */
  check(sentence: ComposedSentence): CheckedSentence | null {
    const bare = plainLine(sentence.text.replace(TOKEN, ''));
    const shown = this.#settings.evidence();
    const known = sentence.evidence.flatMap((id) => shown.find((one) => one.id === id) ?? []);
    const reading = readText(bare, this.#settings.units);
    const everyday = this.#settings.everyday(bare);
    const faults = known.map((one) => this.#faultOf(reading, everyday, one));
    const at = faults.indexOf(null);
    const evidence = known[at];
    if (!evidence) {
      this.#dropped.push(faults[0] ?? 'no_evidence');
      return null;
    }
    if (this.#said.some(({ text }) => padded(text).includes(padded(bare)))) return null;
    const text = this.#placed(sentence.text, bare, evidence);
    if (text.length + 1 > this.#room) return null;
    this.#room -= text.length + 1;
    const checked = { text, evidence };
    this.#said.push(checked);
    return checked;
  }

  #faultOf(sentence: Reading, everyday: readonly EverydayWord[], evidence: Evidence): Fault | null {
    const { question, units } = this.#settings;
    const others = this.#settings.evidence().filter((other) => other.id !== evidence.id);
    const elsewhere = [...others.map((other) => this.#read(other).words), syllables(question)];
    return faultBetween(sentence, this.#read(evidence), units, { elsewhere, everyday });
  }

  #read({ id, text, citation }: Evidence): Reading {
    // A name with a figure in it ("Phường 1") would vouch for that figure anywhere.
    const names = this.#settings.names.filter((name) => !/\d/.test(name));
    // So would a title: a document without a number is called by its own words.
    const number = /\s/.test(citation.document) ? [] : [citation.document];
    const known =
      this.#readings.get(id) ?? readText([...names, text, ...number, ...names].join('\n'), this.#settings.units);
    this.#readings.set(id, known);
    return known;
  }

  /** With the place where the token stood, else at the end; not twice in a row. */
  #placed(said: string, bare: string, evidence: Evidence): string {
    const place = placeOf(evidence);
    const before = this.#said.at(-1);
    if (before && placeOf(before.evidence) === place) return ended(bare);
    let isSet = false;
    const swapped = said.replace(TOKEN, (_, id: string) => {
      if (isSet || id !== evidence.id) return '';
      isSet = true;
      return ` (${place})`;
    });
    return isSet ? ended(plainLine(swapped)) : `${ended(bare).slice(0, -1)} (${place}).`;
  }
}

/** "mục IV.2", "Phụ lục III, mục V.6": where the evidence stands. */
export function placeOf({ citation: { section } }: Evidence): string {
  return /^[IVX\d]/.test(section) ? `mục ${section}` : section;
}

/** One line without marks of formatting. */
function plainLine(text: string): string {
  return collapseSpaces(dropInvisible(text).replace(/[*#`_>|]+|^\s*[-•+]\s+/gu, ' ')).trim();
}

function ended(text: string): string {
  return `${text.replace(/[.;:,!?…\s]+$/u, '')}.`;
}
