import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import type { Done } from './deps.ts';
import { readDraft } from './read-draft.ts';
import { readPlace } from './read-place.ts';
import { readWhen, type When } from './read-when.ts';
import { showDraft } from './show-draft.ts';
import * as texts from './texts.ts';

/** A list longer than this is no help on a telephone. */
const MOST_GROUPS = 8;

/** As its writer typed it: a title of ours says nothing, and its tone marks would hide that the words have none. */
function typedOf({ kind, title, body }: Pick<Broadcast, 'kind' | 'title' | 'body'>): string {
  return title === texts.TITLES[kind] ? body : `${title}\n${body}`;
}

/** For whom an official writes: the whole ward, or one of its groups. */
export async function askTo(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'announce_to'>): Promise<Talk> {
  const announcer = await deps.announcing.announcer(talk.thread, deps.settings.ward);
  if (announcer === null) return conclude(talk, texts.NOT_ANNOUNCER);
  const { id, from } = screen;
  const groups = announcer.groups.slice(from, from + MOST_GROUPS);
  const next = from + MOST_GROUPS;
  const ward: Option = { label: texts.WHOLE_WARD, to: { kind: 'announce_group', id, group: null } };
  const options: Option[] = [
    ...(from === 0 ? [ward] : []),
    ...groups.map(({ id: group, name }): Option => ({ label: name, to: { kind: 'announce_group', id, group } })),
    ...(next < announcer.groups.length
      ? [{ label: texts.MORE_GROUPS, to: { kind: 'announce_to', id, from: next } } as const]
      : []),
  ];
  return present(talk, at, screen, texts.TO_WHOM, { options });
}

export async function takeGroup(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, group }: ScreenOf<'announce_group'>,
): Promise<Talk> {
  const groups = group === null ? [] : [group];
  return goOn(talk, await deps.announcing.change(talk.thread, id, { groups }), (draft) =>
    askAboutKind(deps, talk, at, draft),
  );
}

/** Several kinds are named: its writer says which it is. Then the time is asked about. */
export function askAboutKind(deps: ChatDeps, talk: Talk, at: number, draft: Broadcast): Promise<Talk> | Talk {
  const { kinds } = readDraft(typedOf(draft), at, deps.language);
  const isOpen = kinds.length > 1 && draft.kind === 'general';
  if (!isOpen) return askAboutTime(deps, talk, at, draft);
  const { id } = draft;
  const all = [...kinds, 'general' as const];
  const options = all.map((of): Option => ({ label: texts.KINDS[of], to: { kind: 'announce_kind', id, of } }));
  return present(talk, at, { kind: 'announcement', id }, texts.WHICH_KIND, { options });
}

export async function takeKind(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, of }: ScreenOf<'announce_kind'>,
): Promise<Talk> {
  const draft = await deps.announcing.see(talk.thread, id);
  const isOurs = draft !== null && draft.title === texts.TITLES[draft.kind];
  const change = isOurs ? { kind: of, title: texts.TITLES[of] } : { kind: of };
  return goOn(talk, await deps.announcing.change(talk.thread, id, change), (changed) =>
    askAboutTime(deps, talk, at, changed),
  );
}

/** Kinds of which people want to know when. */
const TAKES_PLACE: ReadonlySet<Broadcast['kind']> = new Set(['meeting', 'class', 'utilities', 'health']);

/** A time is spoken of, and nobody can be sure which: its writer says it. Otherwise the draft is shown. */
function askAboutTime(deps: ChatDeps, talk: Talk, at: number, draft: Broadcast): Promise<Talk> | Talk {
  const when = readWhen(typedOf(draft), at);
  const isOpen = draft.event === null && when.kind === 'unclear' && TAKES_PLACE.has(draft.kind);
  return isOpen
    ? presentTimes(talk, at, draft.id, when)
    : showDraft(deps, talk, at, { kind: 'announcement', id: draft.id });
}

export async function askTime(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id }: ScreenOf<'announce_time'>,
): Promise<Talk> {
  const draft = await deps.announcing.see(talk.thread, id);
  if (draft === null) return conclude(talk, texts.NOTHING_RUNS);
  return presentTimes(talk, at, id, readWhen(typedOf(draft), at));
}

function presentTimes(talk: Talk, at: number, id: string, when: When): Talk {
  const moments = when.kind === 'unclear' ? when.candidates : [];
  const day = when.kind === 'unclear' && when.day !== null ? startOfDay(when.day) : null;
  const options: Option[] = [
    ...moments.map(
      (startsAt): Option => ({
        label: texts.momentLabel(startsAt),
        to: { kind: 'announce_event', id, startsAt },
      }),
    ),
    { label: texts.NO_TIME, to: { kind: 'announce_event', id, startsAt: null } },
  ];
  const text = texts.whichEventTime(day, moments.length > 0);
  return present(talk, at, { kind: 'announce_time', id }, text, { options });
}

/** The time that was typed where it was asked for. A day that was sure stays what it was: "19h30" is of that day. */
export async function takeTime(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'announce_time'>,
  typed: string,
): Promise<Talk> {
  const draft = await deps.announcing.see(talk.thread, screen.id);
  if (draft === null) return conclude(talk, texts.NOTHING_RUNS);
  const before = readWhen(typedOf(draft), at);
  const day = before.kind === 'unclear' ? before.day : null;
  const alone = readWhen(typed, at);
  const [, month = '', date = ''] = day?.split('-') ?? [];
  const when = alone.kind === 'sure' || day === null ? alone : readWhen(`${typed} ${date}/${month}`, at);
  if (when.kind === 'sure')
    return takeEvent(deps, talk, at, { kind: 'announce_event', id: screen.id, startsAt: when.at });
  return presentTimes(talk, at, screen.id, when);
}

export async function takeEvent(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  { id, startsAt }: ScreenOf<'announce_event'>,
): Promise<Talk> {
  const draft = await deps.announcing.see(talk.thread, id);
  if (draft === null) return conclude(talk, texts.NOTHING_RUNS);
  const place = readPlace(typedOf(draft), deps.language);
  const event = startsAt === null ? null : { startsAt, place };
  const isSame = draft.event?.startsAt === event?.startsAt;
  const done: Done = isSame
    ? { kind: 'done', broadcast: draft }
    : await deps.announcing.change(talk.thread, id, { event });
  return goOn(talk, done, () => showDraft(deps, talk, at, { kind: 'announcement', id }));
}

function goOn(talk: Talk, done: Done, next: (draft: Broadcast) => Promise<Talk> | Talk): Promise<Talk> | Talk {
  return done.kind === 'done' ? next(done.broadcast) : conclude(talk, done.why);
}
