import type { Stop } from '@phuong-so/shared/domain/understanding';
import { askingWeights } from './asking-part.ts';
import type { CleanQuestion } from './clean-question.ts';
import type { CueReading } from './cue-reading.ts';

/** A link to anywhere but the state's own sites, pasted into the question. */
const STRANGE_LINK = /https?:\/\/(?![\w.-]*\.gov\.vn)|\b(?:bit\.ly|tinyurl)|\.(?:top|xyz|vip|apk)\b/iu;
const REFUSED = ['injection', 'private_data', 'forge'] as const;
const SMALL_TALK = ['thanks', 'goodbye', 'greeting'] as const;
/** With one of these, something is asked beside the greeting. */
const ASKS = ['who', 'when', 'how_much', 'sign', 'report', 'tasks', 'basis', 'own_document', 'identity'] as const;
/** More than this many words beside the greeting and it is a question with a greeting before it. */
const SMALL_TALK_EXTRA = 2;

/**
 * Looks for what must be declined or answered without the plan: attempts to steer the assistant, other people's data,
 * forged notices, danger, scams, opinions, small talk.
 */
export function findStop(question: CleanQuestion, cues: CueReading): Stop | null {
  if (question.tokens.length === 0) return 'empty';
  if (cues.has('ward_contact') && !cues.has('who')) return 'ward_contact';
  const refused = REFUSED.find((name) => cues.has(name));
  if (refused) return refused;
  if (question.hadHidden) return 'injection';
  if (cues.has('emergency')) return 'emergency';
  const talk = smallTalk(question, cues);
  if (talk) return talk;
  if (cues.has('abuse')) return 'abuse';
  if (cues.has('handoff')) return 'handoff';
  if (cues.has('out_of_scope')) return 'out_of_scope';
  if (cues.has('opinion')) return 'opinion';
  // A question about what the plan says of fraud is for the plan.
  if ((cues.has('scam') || STRANGE_LINK.test(question.text)) && !cues.has('own_document')) return 'scam';
  if (asksForProcedure(question, cues)) return 'procedure';
  return null;
}

/** How to get a paper is asked; one that only comes up in the story around another question is not. */
function asksForProcedure(question: CleanQuestion, cues: CueReading): boolean {
  if (!cues.has('procedure') || cues.hasAny('own_document', 'percent')) return false;
  const weights = askingWeights(question, cues);
  const asking = cues.withinAsking(new Set(weights.flatMap((weight, at) => (weight === 1 ? [at] : []))));
  return asking.hasAny('procedure', 'paperwork');
}

/** Where, whether or with which papers: what is asked of a procedure itself, whatever the plan says of procedures. */
export function asksForSteps(cues: CueReading): boolean {
  return cues.hasAny('paperwork', 'place', 'yes_no');
}

function smallTalk(question: CleanQuestion, cues: CueReading): Stop | null {
  if (cues.has('about_bot') && wordsBeside(question, cues, 'about_bot') <= SMALL_TALK_EXTRA) return 'about_bot';
  if (cues.hasAny(...ASKS)) return null;
  if (isOnlyChatter(question, cues)) return 'greeting';
  return SMALL_TALK.find((name) => cues.has(name) && wordsBeside(question, cues, name) <= SMALL_TALK_EXTRA) ?? null;
}

function wordsBeside(
  question: CleanQuestion,
  cues: CueReading,
  name: (typeof SMALL_TALK)[number] | 'about_bot',
): number {
  const known = new Set<number>();
  for (const list of [name, 'chatter'] as const) {
    for (const { from, to } of cues.at(list)) for (let at = from; at < to; at += 1) known.add(at);
  }
  return question.tokens.filter((_, at) => !known.has(at)).length;
}

/** "bạn ơi cho mình hỏi chút": nothing is asked yet. */
function isOnlyChatter(question: CleanQuestion, cues: CueReading): boolean {
  const chatter = new Set(
    cues.at('chatter').flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  return question.tokens.every((_, at) => chatter.has(at));
}
