import type { Answer, AnswerOutcome } from '@phuong-so/shared/domain/answer';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Topic } from '@phuong-so/shared/domain/conversation';
import type { Service as Procedure } from '@phuong-so/shared/domain/library';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import { type Option, offering } from './activity.ts';
import { isAwaitingStaff } from './admission.ts';
import type { ChatDeps } from './deps.ts';
import { COMMON } from './menu.ts';
import { offerWards } from './offer.ts';
import type { Act, AskAct } from './plan-acts.ts';
import { proceduresOf } from './procedures/find.ts';
import { partOptions } from './procedures/parts.ts';
import { SEE_MORE } from './procedures/texts.ts';
import { courseNamed } from './read-line.ts';
import { answerText, nextQuestions } from './render-answer.ts';
import { note, say, type Talk } from './talk.ts';
import { ASK_OFFICIAL, echo, KEYS, offer, onlyWordsRead, THEN_ASK_AGAIN, wardChosen } from './texts.ts';
import { type WardChoice, wardChoices, wardLabels, wardOf } from './wards.ts';

/** The answer numbers its own lines: a second list, and a number would mean two things. */
const HAS_NUMBERS = /^\d+\. /mu;

/** Names the chat in the memory of topics. */
export function conversationOf({ oaId, userId }: ThreadKey): string {
  return `zalo:${oaId}:${userId}`;
}

export interface Asked {
  readonly at: number;
  readonly text: string;
  readonly stop: AskAct['stop'];
  readonly attachment: AskAct['attachment'];
  readonly quotedMessageId: string | null;
  /** It was chosen by its number: the answer shows the question. */
  readonly picked: boolean;
}

/** Asks one question of the plans and says the answer with its source and what may be asked next. */
export async function askQuestion(deps: ChatDeps, talk: Talk, asked: Asked, act: Act): Promise<Talk> {
  const quoted = await recallQuoted(deps, talk.thread, asked.quotedMessageId);
  const ward = wardOf(deps, talk.thread) ?? quoted?.ward ?? null;
  const conversationId = conversationOf(talk.thread);
  const answer = await deps.answer({ ward, role: 'resident', unit: null, question: asked.text, conversationId });
  const counted = { ...talk, outcomes: [...talk.outcomes, answer.outcome] };
  if (ward === null && asksForWard(deps, answer)) return offerWards(deps, counted, THEN_ASK_AGAIN);
  if (isAwaitingStaff(talk.thread, act, deps.settings) && !isWorthSaying(asked, answer)) return counted;
  const topic = await topicAfter(deps, conversationId, answer, ward);
  const procedure = aboutProcedure(deps, talk, answer);
  // The parts of the procedure are all that its answer suggests.
  const choices = procedure ? [] : await choicesAfter(deps, answer, asked, { ward, topic, conversationId });
  const next = procedure ? partOptions(procedure) : choices.map((choice) => toOption(deps, choice));
  return sayAnswer(deps, counted, asked, { answer, topic, next, offer: procedure ? SEE_MORE : offer(next.length) });
}

/** An answer to a quoted message leans on what that message was about. */
async function recallQuoted(deps: ChatDeps, key: ThreadKey, messageId: string | null): Promise<Topic | null> {
  const topic = messageId === null ? null : await deps.outbox.topicOf(key, messageId);
  if (topic) await deps.memory.save(conversationOf(key), topic.ward, topic);
  return topic;
}

function asksForWard(deps: ChatDeps, { outcome, suggestions }: Answer): boolean {
  const names = new Set(wardChoices(deps).map(({ label }) => label.toLocaleLowerCase('vi')));
  const offered = suggestions.map((suggestion) => suggestion.toLocaleLowerCase('vi'));
  return outcome === 'clarify' && offered.length > 0 && offered.every((name) => names.has(name));
}

/** While an official is awaited, only what helps at once is said. */
function isWorthSaying({ stop, picked }: Asked, { outcome }: Answer): boolean {
  return picked || stop === 'emergency' || stop === 'scam' || isHelp(outcome);
}

/** What the answer was about; the memory holds nothing new of a question that was not answered. */
async function topicAfter(
  { memory }: ChatDeps,
  conversationId: string,
  { outcome, citations }: Answer,
  ward: string | null,
): Promise<Topic | null> {
  const about = citations[0]?.ward ?? ward;
  return outcome === 'answered' && about ? memory.load(conversationId, about) : null;
}

interface Answered {
  readonly answer: Answer;
  readonly topic: Topic | null;
  readonly next: readonly Option[];
  /** The line above them. */
  readonly offer: string;
}

function sayAnswer(deps: ChatDeps, talk: Talk, asked: Asked, { answer, topic, next, offer }: Answered): Talk {
  const chosen = newWard(deps, talk, answer);
  const lines = [
    asked.attachment ? onlyWordsRead(asked.attachment) : '',
    asked.picked ? echo(asked.text) : '',
    answerText(answer, deps.index.wards()),
    chosen ? wardChosen(chosen.label) : '',
    wayOn(answer, next.length > 0),
  ];
  const said = say(talk, lines.filter(Boolean).join('\n'), { ...offering(next), offer, topic });
  // "Việc này" in an older list would now mean something else; who chose from a list may choose from it again.
  const isNew = !asked.picked || HAS_NUMBERS.test(answer.text);
  const listed = isNew && !isScreens(said) ? note(said, { choices: [], choicesAt: null }) : said;
  return chosen ? note(listed, { ward: chosen.key }) : listed;
}

/** The procedure that the answer is about: its parts are offered, each on screens of its own. */
function aboutProcedure(deps: ChatDeps, talk: Talk, answer: Answer): Procedure | null {
  if (!isHelp(answer.outcome)) return null;
  const cited = new Set(
    answer.citations.flatMap(({ source, documentId }) => (source === 'service' ? [documentId] : [])),
  );
  const about = proceduresOf(deps, talk).filter(({ id }) => cited.has(id));
  return about.length === 1 ? (about[0] ?? null) : null;
}

function toOption({ library, language }: ChatDeps, label: string): Option {
  const course = courseNamed(label, library.courses, language);
  return { label, to: course === null ? null : { kind: 'course', course: course.id } };
}

/** A lesson's or a form's numbers mean the same after a question in between. */
function isScreens({ thread }: Talk): boolean {
  return thread.choiceScreens.some((screen) => screen !== null);
}

/** What else can be done where the answer was no help; a list of choices leads on by itself. */
function wayOn({ outcome }: Answer, isLedOn: boolean): string {
  const ended = isHelp(outcome) || outcome === 'refused' || outcome === 'handoff';
  if (ended) return '';
  if (!isLedOn) return KEYS;
  return outcome === 'not_found' ? ASK_OFFICIAL : '';
}

function isHelp(outcome: AnswerOutcome): boolean {
  return outcome === 'answered' || outcome === 'partial';
}

/**
 * Beside an answer that was no help, questions that fit every plan are no help either, and this plan may not answer
 * them: the menu has those that it does. Titles that were cut short are not for reading.
 */
function isWorthOffering(suggestion: string, { outcome }: Answer): boolean {
  return isHelp(outcome) || (!COMMON.includes(suggestion) && !suggestion.includes('…'));
}

/** A ward is a choice only where wards may be chosen; its name alone asks nothing. */
async function choicesAfter(deps: ChatDeps, answer: Answer, { text }: Asked, about: About): Promise<string[]> {
  if (HAS_NUMBERS.test(answer.text)) return [];
  const all = wardLabels(deps);
  const offered = wardChoices(deps);
  const worth = nextQuestions(answer, text).filter((suggestion) => isWorthOffering(suggestion, answer));
  const known = answer.outcome === 'clarify' ? worth : await answeredOnes(deps, worth, about);
  return known.flatMap((suggestion) => {
    const isIt = ({ label }: WardChoice) => label.toLocaleLowerCase('vi') === suggestion.toLocaleLowerCase('vi');
    return all.some(isIt) ? offered.filter(isIt).map(({ label }) => label) : [suggestion];
  });
}

interface About {
  readonly ward: string | null;
  readonly topic: Topic | null;
  readonly conversationId: string;
}

/**
 * Those that get an answer when they are chosen: each is tried, beside the conversation so that its topic stays. Nobody reads
 * these answers: no model words them.
 */
async function answeredOnes(
  { answer, memory, library, language }: ChatDeps,
  questions: readonly string[],
  { ward, topic, conversationId }: About,
): Promise<string[]> {
  const trial = `${conversationId}:trial`;
  const found: string[] = [];
  for (const question of questions) {
    if (courseNamed(question, library.courses, language)) {
      found.push(question);
      continue;
    }
    if (topic) await memory.save(trial, topic.ward, topic);
    const asked: AskRequest = { ward, role: 'resident', unit: null, question, conversationId: trial };
    const tried = await answer(asked, { model: 'never' });
    if (isHelp(tried.outcome)) found.push(question);
  }
  if (questions.length > 0) await memory.forget(trial);
  return found;
}

/** The one ward that a question named, where none was chosen yet: it need not be asked for. */
function newWard(deps: ChatDeps, { thread }: Talk, { citations }: Answer) {
  if (wardOf(deps, thread) !== null) return null;
  const cited = new Set(citations.map(({ ward }) => ward));
  return cited.size === 1 ? (wardChoices(deps).find(({ key }) => cited.has(key)) ?? null) : null;
}
