import { soundFormat } from '../../perceiving/file-kind.ts';
import { ModelFailure } from '../../ports/language-model.ts';
import type { ReadAloudDeps, ReadAloudRecord } from './deps.ts';
import { isSwitchedOn } from './offer-reading.ts';

/** `unknown`: not ours, too old, or the ward has switched models off since. `unavailable`: not now. */
export type ReadPart =
  | { readonly kind: 'sound'; readonly bytes: Uint8Array }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };

/** One recording of what this service has said. Never throws for what a server does. */
export async function readPart(deps: ReadAloudDeps, token: string, part: number): Promise<ReadPart> {
  const text = deps.texts.read(token);
  const words = text?.parts[part];
  if (text === null || words === undefined || !isSwitchedOn(deps.profileOf(text.ward))) return { kind: 'unknown' };
  const started = deps.clock.ticks();
  const tell = (outcome: ReadAloudRecord['outcome'], why: ReadAloudRecord['why']) => {
    const ms = Math.round(deps.clock.ticks() - started);
    deps.record({ ward: text.ward, outcome, why, characters: words.length, ms });
  };
  const kept = deps.recent.get(words);
  if (kept !== null) {
    tell('kept', null);
    return { kind: 'sound', bytes: kept };
  }
  const day = deps.clock.today();
  const stopped = !deps.budget.allows(text.ward, day) ? 'budget' : !deps.breaker.allows(started) ? 'resting' : null;
  if (stopped !== null) {
    tell('not', stopped);
    return { kind: 'unavailable' };
  }
  deps.budget.spend(text.ward, day, { prompt: words.length, completion: 0 });
  try {
    const bytes = await deps.speaker.speak(words, AbortSignal.timeout(deps.waitMs));
    if (soundFormat(bytes) !== 'mp3') throw new ModelFailure('malformed', 'not an MP3');
    deps.breaker.worked();
    deps.recent.put(words, bytes);
    tell('spoken', null);
    return { kind: 'sound', bytes };
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    deps.breaker.failed(deps.clock.ticks());
    tell('not', error.kind);
    return { kind: 'unavailable' };
  }
}
