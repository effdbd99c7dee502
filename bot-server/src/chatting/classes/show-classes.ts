import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude, type Option, offering, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { offerWards } from '../offer.ts';
import { readName } from '../read-name.ts';
import { say, type Talk } from '../talk.ts';
import { wardOf } from '../wards.ts';
import { comingClasses, findClass, type Seen } from './find.ts';
import * as texts from './texts.ts';

/** A list longer than this is no help on a telephone. */
const MOST = 6;
/** What to call somebody at the roll. In characters. */
const LONGEST_NAME = 40;

/** The next classes by number. */
export async function showClasses(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  if (wardOf(deps, talk.thread) === null) return offerWards(deps, talk);
  const seen = await comingClasses(deps, talk, at);
  if (seen.length === 0) return conclude(talk, texts.NO_CLASSES);
  const options = seen.slice(0, MOST).map(toClass);
  return present(talk, at, { kind: 'classes' }, texts.CHOOSE_CLASS, { options });
}

/** When, where, by whom; to take a place or to give it up. */
export async function showClass(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'class'>): Promise<Talk> {
  const seen = await findClass(deps, talk, at, screen.id);
  if (seen === null) return conclude(talk, texts.GONE);
  const { held, place } = seen;
  const text = texts.classDetails(held, groupName(deps, seen), place);
  return present(talk, at, screen, text, { options: place === undefined ? joining(seen) : leaving(seen) });
}

/** Asks what to call the person, and nothing else. */
export async function askClassName(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'class_name'>,
): Promise<Talk> {
  const seen = await findClass(deps, talk, at, screen.id);
  if (seen === null) return conclude(talk, texts.GONE);
  if (seen.place !== undefined) return conclude(talk, texts.registered(seen.held, seen.place));
  return present(talk, at, screen, texts.ASK_NAME);
}

/** The line that was typed as the name: takes the place. Asking again gives what the person has. */
export async function takePlace(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'class_name'>,
  typed: string,
): Promise<Talk> {
  const calledName = readName(typed, LONGEST_NAME, deps.language);
  if (calledName === null) return present(talk, at, screen, texts.NAME_TOO_LONG);
  const seen = await findClass(deps, talk, at, screen.id);
  if (seen === null) return conclude(talk, texts.GONE);
  const { held } = seen;
  const learner = await deps.learning.learnerInChat(talk.thread);
  const group = await deps.groupOf(learner, held.ward);
  const place = await deps.classes.take(held.id, learner, { id: learner[0], calledName, group, ageBand: null, at });
  return conclude(talk, place === null ? texts.GONE : texts.registered(held, place));
}

/** "Bỏ đăng ký" was chosen for this class. Said alike when the place was given back before. */
export async function leaveClass(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'class_leave'>,
): Promise<Talk> {
  const held = await deps.classes.byId(screen.id);
  if (held === null) return conclude(talk, texts.GONE);
  await deps.classes.giveUp(held.id, await deps.learning.learnerInChat(talk.thread), at);
  return conclude(talk, texts.left(held));
}

/** "Hủy lớp": which one, where there are several, and whether they mean it. */
export async function askWhichToLeave(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const own = await ownClasses(deps, talk, at);
  const [only] = own;
  if (only === undefined) return say(talk, texts.NO_PLACES);
  if (own.length === 1) return say(talk, texts.askLeave(only.held), offering(leaving(only)));
  return say(talk, texts.WHICH_TO_LEAVE, offering(own.map((seen) => ({ ...toClass(seen), to: leavingScreen(seen) }))));
}

export async function sayOwnClasses(deps: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  const own = await ownClasses(deps, talk, at);
  return own.length === 0 ? say(talk, texts.NO_PLACES) : say(talk, texts.MY_CLASSES, offering(own.map(toClass)));
}

async function ownClasses(deps: ChatDeps, talk: Talk, at: number): Promise<Seen[]> {
  return (await comingClasses(deps, talk, at)).filter(({ place }) => place !== undefined);
}

function toClass({ held, place }: Seen): Option {
  return { label: texts.classLabel(held, place), to: { kind: 'class', id: held.id } };
}

function joining({ held }: Seen): Option[] {
  const isFull = held.taken >= held.seats || held.waiting > 0;
  return [
    { label: isFull ? texts.REGISTER_WAITING : texts.REGISTER, to: { kind: 'class_name', id: held.id } },
    { label: texts.NO_THANKS, to: { kind: 'classes' } },
  ];
}

function leaving(seen: Seen): Option[] {
  return [
    { label: texts.GIVE_UP, to: leavingScreen(seen) },
    { label: texts.KEEP, to: { kind: 'class', id: seen.held.id } },
  ];
}

function leavingScreen({ held }: Seen): ScreenOf<'class_leave'> {
  return { kind: 'class_leave', id: held.id };
}

function groupName({ index }: ChatDeps, { held }: Seen): string | null {
  if (held.group === null) return null;
  return index.ward(held.ward)?.profile.groups.find(({ id }) => id === held.group)?.name ?? null;
}
