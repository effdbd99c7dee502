import type { WardProfile } from '@phuong-so/shared/domain/ward';
import type { SpokenWords } from '../../announcements/speaking/spoken-words.ts';
import type { Breaker } from '../../composing/breaker.ts';
import type { Budget } from '../../composing/budget.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ModelFailure, Speaker } from '../../ports/language-model.ts';
import type { SpokenTexts } from '../../ports/spoken-texts.ts';
import type { RecentSounds } from './recent-sounds.ts';

export interface ReadAloudDeps {
  readonly speaker: Speaker;
  readonly texts: SpokenTexts;
  /** How what is written short is said. */
  readonly words: SpokenWords;
  /** null = no such ward. */
  readonly profileOf: (ward: string) => WardProfile | null;
  /** Counts characters, one each. */
  readonly budget: Budget;
  readonly breaker: Breaker;
  readonly recent: RecentSounds;
  readonly clock: Clock;
  /** For one recording. Milliseconds. */
  readonly waitMs: number;
  /** Told once of every recording that was wanted. */
  readonly record: (record: ReadAloudRecord) => void;
}

/** What became of one recording. No words. */
export interface ReadAloudRecord {
  readonly ward: string;
  readonly outcome: 'spoken' | 'kept' | 'not';
  /** Why there is none; null where there is one. */
  readonly why: ModelFailure['kind'] | 'budget' | 'resting' | null;
  readonly characters: number;
  readonly ms: number;
}
