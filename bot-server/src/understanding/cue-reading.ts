import type { CueName } from '@phuong-so/shared/content/cues';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { PhraseMatch } from '@phuong-so/shared/text/phrase-matcher';
import type { TypedText } from '@phuong-so/shared/text/typed-text';

const ASKS_WHO: ReadonlySet<CueName> = new Set(['who', 'who_leads']);
const ASKS_AFTER: readonly CueName[] = ['what', 'yes_no', 'place', 'count'];

/** The cues of one question, looked up once and asked by name. */
export class CueReading {
  #shields: readonly PhraseMatch<CueName>[] | null = null;
  readonly #found = new Map<CueName, readonly PhraseMatch<CueName>[]>();

  /** `asking`: token indexes that count; all when absent. */
  constructor(
    private readonly typed: TypedText,
    private readonly language: LanguageData,
    private readonly asking: ReadonlySet<number> | null = null,
  ) {}

  /** The same question, its asking sentences only: what is told around them is no question. */
  withinAsking(asking: ReadonlySet<number>): CueReading {
    return new CueReading(this.typed, this.language, asking);
  }

  /** Places where a phrase of the list stands. */
  at(name: CueName): readonly PhraseMatch<CueName>[] {
    const known = this.#found.get(name);
    if (known) return known;
    const { asking } = this;
    const all = this.language.cues[name]
      .find(this.typed.tokens)
      .filter((match) => !this.#isShielded(match) && !(ASKS_WHO.has(name) && this.#isWhoever(match)));
    const found = asking ? all.filter(({ from }) => asking.has(from)) : all;
    this.#found.set(name, found);
    return found;
  }

  /** A longer word stands there that holds the cue by chance: "nghiên cứu với" is no "cứu với". */
  #isShielded({ from, to }: PhraseMatch<CueName>): boolean {
    this.#shields ??= this.language.cues.shield.findAll(this.typed.tokens);
    return this.#shields.some((shield) => {
      const inside = shield.from <= from && to <= shield.to && shield.to - shield.from > to - from;
      const across = (shield.from < from && from < shield.to) || (shield.from < to && to < shield.to);
      return inside || across;
    });
  }

  /** "Ai đầu tư … thì được hưởng gì": whoever does, and what is asked comes after. */
  #isWhoever({ from }: PhraseMatch<CueName>): boolean {
    const { tokens } = this.typed;
    if (tokens[from]?.folded !== 'ai') return false;
    const then = tokens.findIndex(({ marked }, at) => at > from && (marked === 'thì' || marked === 'thi'));
    return then >= 0 && ASKS_AFTER.some((name) => this.at(name).some((match) => match.from > then));
  }

  has(name: CueName): boolean {
    return this.at(name).length > 0;
  }

  hasAny(...names: readonly CueName[]): boolean {
    return names.some((name) => this.has(name));
  }
}
