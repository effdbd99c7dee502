import { foldMarks } from '@phuong-so/shared/text/fold';
import type { AnnounceLine, AnnouncementReplyLine, NoticesLine } from './announcing/read-announcing-line.ts';
import { amend, readCorrection } from './correction.ts';
import {
  type ActivityCommand,
  type Command,
  type Courtesy,
  type Line,
  type LineContext,
  readLine,
} from './read-line.ts';
import type { Attachment, Said, Turn } from './read-turn.ts';
import type { WardChoice } from './wards.ts';
import type { WorkLine } from './working/read-work-line.ts';

/** One thing to react to. `at`: when it was written, epoch ms. */
export type Act = { readonly at: number } & (
  | AskAct
  | { readonly kind: Exclude<Command, ActivityCommand> | 'number' | 'submitted' | 'arrived' }
  | { readonly kind: Exclude<ActivityCommand, 'wrong_notice'> }
  | { readonly kind: 'wrong_notice'; readonly quoted: string | null }
  | AnnounceLine
  | NoticesLine
  | WorkLine
  | (AnnouncementReplyLine & { readonly quoted: string | null })
  | { readonly kind: 'pick'; readonly picks: readonly number[] }
  | { readonly kind: 'ward'; readonly ward: WardChoice }
  | { readonly kind: 'course'; readonly course: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'attachments'; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'courtesy'; readonly courtesy: Courtesy }
);

export interface AskAct {
  readonly kind: 'ask';
  readonly text: string;
  readonly stop: (Line & { kind: 'question' })['stop'];
  readonly asks: boolean;
  /** What the words came with. */
  readonly attachment: Attachment | null;
  readonly quotedMessageId: string | null;
}

interface Written extends Said {
  readonly line: Line | null;
}

/** A corrected name has no more words than this. */
const LONGEST_NAME = 8;
/** Kept apart from other lines: beside one of these nothing else may be misread, nor the other way round. */
const NEVER_JOINED: ReadonlySet<string> = new Set(['emergency', 'abuse', 'injection', 'private_data', 'forge']);

/**
 * What is to be reacted to, in order, in everything that happened since the last look:
 * - lines that make up one question are one question, a line that asks anew begins the next;
 * - a correction changes the line before it;
 * - courtesies say nothing beside a question; danger and abuse leave room for nothing else;
 * - several pictures are one thing, the same question typed twice is asked once.
 */
export function planActs(turn: Turn, context: LineContext): Act[] {
  const written = correct(turn.said, context).map((said) => ({ ...said, line: lineOf(said, context) }));
  const acts: Act[] = [];
  for (const said of written) addAct(acts, said, context);
  const joined = context.wards.length > 0 ? wardsFirst(acts) : acts;
  return mostImportant([...joined, ...eventActs(turn)]);
}

function lineOf(said: Said, context: LineContext): Line | null {
  if (said.text === null) return null;
  // A name is typed or spoken; what stands in a picture is no name of anybody's.
  const isRead = said.perceived?.kind === 'read' && context.wanted === 'name';
  const line = readLine(said.text, isRead ? { ...context, wanted: null } : context);
  // "Cháu xem giúp bác" under a picture: the picture is the question.
  return said.attachment !== null && line.kind !== 'question' ? null : line;
}

/** Puts corrected words where the mistaken ones were. */
function correct(said: readonly Said[], context: LineContext): Said[] {
  // A pasted message may begin like a correction.
  if (context.wanted !== null && context.wanted !== 'name') return [...said];
  const kept: Said[] = [];
  let announced = false;
  for (const one of said) {
    const read = one.text === null ? null : readCorrection(one.text, context.language);
    const words = read ?? (announced ? one.text : null);
    announced = read === '';
    if (words === null) kept.push(one);
    else if (words !== '') correctLast(kept, { ...one, text: words }, context);
  }
  return kept;
}

function correctLast(kept: Said[], correction: Said, context: LineContext): void {
  const text = correction.text ?? '';
  if (context.wanted === 'name') {
    kept.splice(-1, 1, correction);
    return;
  }
  const heard = context.listen(text);
  const isQuestion = heard.asks || heard.stop !== null;
  const before = kept.at(-1);
  const canAmend = before?.text && context.listen(before.text).stop !== 'greeting';
  const amended = canAmend ? amend(before.text, text, isQuestion, context.language) : null;
  if (before && amended !== null) kept.splice(-1, 1, { ...correction, text: amended, attachment: before.attachment });
  else kept.push({ ...correction, text: isQuestion ? text : askedOfAnother(text) });
}

/** "À nhầm, phòng Kinh tế" after an answer: the same is asked of another. */
function askedOfAnother(text: string): string {
  return text.split(/\s+/u).length > LONGEST_NAME ? text : `còn ${text.replace(/[.!,;\s]+$/u, '')} thì sao?`;
}

function addAct(acts: Act[], said: Written, context: LineContext): void {
  const { at, line, attachment, quotedMessageId } = said;
  if (attachment === 'sticker' && line === null) acts.push({ at, kind: 'courtesy', courtesy: 'thanks' });
  else if (line === null) addAttachment(acts, at, attachment);
  else if (line.kind === 'command') addCommand(acts, at, line.command, quotedMessageId);
  else if (line.kind === 'words') addWords(acts, at, line.text);
  else if (line.kind === 'reply') acts.push({ at, ...line, quoted: quotedMessageId });
  else if (line.kind !== 'question') acts.push({ at, ...line });
  else if (acts.at(-1)?.kind === 'announce') addToAnnouncement(acts, line.text);
  else {
    const { text, stop, asks } = line;
    addQuestion(acts, { at, kind: 'ask', text, stop, asks, attachment, quotedMessageId }, context);
  }
}

function addCommand(acts: Act[], at: number, command: Command, quoted: string | null): void {
  acts.push(command === 'wrong_notice' ? { at, kind: command, quoted } : { at, kind: command });
}

/** "Thông báo:" and, before it is answered, the words in the next message. */
function addToAnnouncement(acts: Act[], text: string): void {
  const last = acts.at(-1);
  if (last?.kind === 'announce') acts.splice(-1, 1, { ...last, words: `${last.words}\n${text}`.trim() });
}

/** A message that is pasted in pieces is one message. */
function addWords(acts: Act[], at: number, text: string): void {
  const last = acts.at(-1);
  if (last?.kind !== 'words') acts.push({ at, kind: 'words', text });
  else acts.splice(-1, 1, { at, kind: 'words', text: `${last.text}\n${text}` });
}

function addAttachment(acts: Act[], at: number, attachment: Attachment | null): void {
  if (attachment === null) return;
  const place = acts.findIndex(({ kind }) => kind === 'attachments');
  const known = acts[place];
  const earlier = known?.kind === 'attachments' ? known.attachments : [];
  acts.splice(place < 0 ? acts.length : place, 1, { at, kind: 'attachments', attachments: [...earlier, attachment] });
}

/** Joins the question to the one before when the two lines are one. */
function addQuestion(acts: Act[], act: AskAct & { readonly at: number }, { listen }: LineContext): void {
  const last = acts.at(-1);
  if (last?.kind !== 'ask') {
    acts.push(act);
    return;
  }
  if (foldMarks(last.text) === foldMarks(act.text)) return;
  const isApart = [last, act].some(({ stop }) => stop !== null && NEVER_JOINED.has(stop));
  if (isApart || (last.asks && act.asks)) {
    acts.push(act);
    return;
  }
  const text = `${last.text.trim()} ${act.text.trim()}`;
  const quotedMessageId = last.quotedMessageId ?? act.quotedMessageId;
  const attachment = last.attachment ?? act.attachment;
  acts.splice(-1, 1, { ...act, ...listen(text), text, attachment, quotedMessageId });
}

function wardsFirst(acts: readonly Act[]): Act[] {
  return [...acts.filter(({ kind }) => kind === 'ward'), ...acts.filter(({ kind }) => kind !== 'ward')];
}

function eventActs({ submittedAt, arrivedAt }: Turn): Act[] {
  return [
    ...(submittedAt === null ? [] : [{ at: submittedAt, kind: 'submitted' as const }]),
    ...(arrivedAt === null ? [] : [{ at: arrivedAt, kind: 'arrived' as const }]),
  ];
}

function mostImportant(acts: readonly Act[]): Act[] {
  const urgent = acts.find((act) => act.kind === 'ask' && act.stop === 'emergency');
  const abuse = acts.find((act) => act.kind === 'ask' && act.stop === 'abuse');
  const only = urgent ?? abuse;
  if (only) return [only];
  const serious = acts.filter(({ kind }) => kind !== 'courtesy' && kind !== 'arrived');
  if (serious.length > 0) return once(serious);
  const warm = acts.filter((act) => act.kind !== 'courtesy' || act.courtesy !== 'acknowledge');
  return (warm.length > 0 ? warm : acts).slice(0, 1);
}

/** "Menu" typed twice is one wish. */
function once(acts: readonly Act[]): Act[] {
  const repeatable = new Set(['ask', 'pick', 'announce', 'work']);
  return acts.filter((act, at) => repeatable.has(act.kind) || acts.findIndex(({ kind }) => kind === act.kind) === at);
}
