import type { AnnouncementKind, BroadcastContent } from '@phuong-so/shared/domain/broadcast';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { digest } from '../digest.ts';
import { say, type Talk } from '../talk.ts';
import type { Announcer } from './deps.ts';
import { askAboutKind, askTo } from './questions.ts';
import { type AnnounceLine, readAnnounce } from './read-announcing-line.ts';
import { type DraftReading, readDraft, readHead } from './read-draft.ts';
import * as texts from './texts.ts';

/** As the contract has it, in characters. */
const LONGEST_BODY = 1_500;
const SHORTEST_BODY = 3;

/** "Thông báo: …": a draft is written from the words, or the words are asked for. Nothing is kept of who may not announce. */
export async function beginAnnouncement(deps: ChatDeps, talk: Talk, at: number, line: AnnounceLine): Promise<Talk> {
  const announcer = await announcerOf(deps, talk);
  if (announcer === null) return say(talk, texts.NOT_ANNOUNCER);
  if (line.words === '') return askWords(deps, talk, at, { kind: 'announce_words', id: null });
  return writeDraft(deps, talk, at, announcer, line);
}

export function announcerOf({ announcing, settings }: ChatDeps, { thread }: Talk): Promise<Announcer | null> {
  return announcing.announcer(thread, settings.ward);
}

/** Asks for the words, of a new announcement or in the place of a draft's. */
export async function askWords(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announce_words'>,
): Promise<Talk> {
  if ((await announcerOf(deps, talk)) === null) return conclude(talk, texts.NOT_ANNOUNCER);
  return present(talk, at, screen, screen.id === null ? texts.ASK_WORDS : texts.ASK_NEW_WORDS);
}

/** The words that were asked for. */
export async function takeDraftWords(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announce_words'>,
  typed: string,
): Promise<Talk> {
  const announcer = await announcerOf(deps, talk);
  if (announcer === null) return conclude(talk, texts.NOT_ANNOUNCER);
  const begun = readAnnounce(typed, deps.language);
  const line = begun !== null && begun.words !== '' ? begun : { head: '', words: typed };
  if (screen.id === null) return writeDraft(deps, talk, at, announcer, line);
  const draft = await deps.announcing.see(talk.thread, screen.id);
  if (draft === null) return conclude(talk, texts.NOTHING_RUNS);
  const reading = readDraft(line.words, at, deps.language);
  if (!isFitting(reading)) return present(talk, at, screen, tooLongFor(reading));
  const done = await deps.announcing.change(talk.thread, screen.id, wordsOf(reading, reading.kinds));
  return done.kind === 'done' ? askAboutKind(deps, talk, at, done.broadcast) : conclude(talk, done.why);
}

async function writeDraft(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  announcer: Announcer,
  line: Pick<AnnounceLine, 'head' | 'words'>,
): Promise<Talk> {
  const head = readHead(line.head, announcer.groups, deps.language);
  // What is no address belongs to the words.
  const words = head === null ? `${line.head}: ${line.words}` : line.words;
  const reading = readDraft(words, at, deps.language);
  const asking = { kind: 'announce_words', id: null } as const;
  if (!isFitting(reading)) return present(talk, at, asking, tooLongFor(reading));
  const kinds = head !== null && head.kinds.length === 1 ? head.kinds : reading.kinds;
  const groups = announcer.isOfficial ? (head?.groups ?? []) : announcer.groups.map(({ id }) => id);
  const draft = { ...EMPTY, ...wordsOf(reading, kinds), groups, ward: announcer.ward };
  const { oaId, userId } = talk.thread;
  const done = await deps.announcing.write(talk.thread, draft, await digest([oaId, userId, String(at)]));
  if (done.kind === 'refused') return conclude(talk, done.why);
  const isSaid = !announcer.isOfficial || groups.length > 0 || head?.isWard || announcer.groups.length === 0;
  return isSaid
    ? askAboutKind(deps, talk, at, done.broadcast)
    : askTo(deps, talk, at, { kind: 'announce_to', id: done.broadcast.id, from: 0 });
}

const EMPTY = { asks: 'none', sendAt: null, repeat: 'none', emergencyReason: null, attachment: null } as const;

/** What is sure is filled in; what is not is asked about afterwards. */
function wordsOf(
  { title, body, when, place }: DraftReading,
  kinds: readonly AnnouncementKind[],
): Pick<BroadcastContent, 'kind' | 'title' | 'body' | 'event'> {
  const [only] = kinds;
  const kind = kinds.length === 1 && only !== undefined ? only : 'general';
  const event = when.kind === 'sure' ? { startsAt: when.at, place } : null;
  return { kind, title: title ?? texts.TITLES[kind], body, event };
}

function isFitting({ body }: DraftReading): boolean {
  return body.length >= SHORTEST_BODY && body.length <= LONGEST_BODY;
}

function tooLongFor({ body }: DraftReading): string {
  return body.length < SHORTEST_BODY ? texts.ASK_WORDS : texts.tooLong(body.length, LONGEST_BODY);
}
