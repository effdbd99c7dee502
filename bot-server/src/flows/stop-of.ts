import type { Stop } from '@phuong-so/shared/domain/understanding';
import { checkText } from '../scam-check/check-text.ts';
import type { ScamSigns } from '../scam-check/compile-signs.ts';
import { readRequest } from '../scam-check/read-request.ts';
import type { CleanQuestion } from '../understanding/clean-question.ts';
import type { CueReading } from '../understanding/cue-reading.ts';
import { findStop } from '../understanding/guard.ts';

/** A pasted message may hold words that would stop a question: a scam is told of all the same. */
const MAY_BE_PASTED: ReadonlySet<Stop> = new Set(['out_of_scope', 'procedure', 'opinion', 'ward_contact', 'greeting']);

/**
 * What keeps a text from being looked up: what the guard finds, that somebody wants a message checked, or that the text is
 * itself a scam message by its signs. `typed`: as the person typed it.
 */
export function stopOf(typed: string, question: CleanQuestion, cues: CueReading, signs: ScamSigns): Stop | null {
  const stop = findStop(question, cues);
  if (readRequest(typed, signs).isAsked) return 'scam';
  if ((stop !== null && !MAY_BE_PASTED.has(stop)) || cues.has('own_document')) return stop;
  return checkText(typed, signs).verdict === 'likely_scam' ? 'scam' : stop;
}
