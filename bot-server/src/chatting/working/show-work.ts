import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import type { WorkTask } from './deps.ts';
import * as texts from './texts.ts';

/** On one screen. */
const TASKS_AT_ONCE = 8;
/** As the contract has it, in characters. */
const LONGEST_REASON = 300;

/** Tasks by number, the most pressing first. */
export async function showList(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'work_list'>): Promise<Talk> {
  const { working, settings } = deps;
  const official = await working.official(talk.thread, settings.ward);
  if (official === null) return conclude(talk, texts.NOT_OFFICIAL);
  const { of, from } = screen;
  const tasks = await working.list(talk.thread, of);
  const head = texts.head(of, official, tasks.length);
  if (tasks.length === 0) return conclude(talk, head);
  const today = working.today();
  const options = tasks
    .slice(from, from + TASKS_AT_ONCE)
    .map((task): Option => ({ label: texts.listed(task, today), to: { kind: 'work_task', id: task.item.id } }));
  const next = from + TASKS_AT_ONCE;
  const more: Option[] = next < tasks.length ? [{ label: texts.MORE, to: { ...screen, from: next } }] : [];
  return present(talk, at, screen, head, { options: [...options, ...more] });
}

/** One task, whole. */
export async function showTask(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'work_task'>): Promise<Talk> {
  const task = await seen(deps, talk, screen.id);
  if (task === null) return conclude(talk, texts.NOT_OFFICIAL);
  return present(talk, at, screen, texts.whole(task, deps.working.today()));
}

/** What would be written, and whether it is to be. */
export async function readBackReport(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'work_report'>,
): Promise<Talk> {
  const { id, said } = screen;
  const task = await seen(deps, talk, id);
  if (task === null) return conclude(talk, texts.NOT_OFFICIAL);
  if (!task.mayReport) return conclude(talk, texts.NOT_YOURS);
  const options: Option[] = [
    { label: texts.WRITE, to: { kind: 'work_write', id, said, at } },
    { label: texts.DROP, to: { kind: 'work_drop' } },
  ];
  return present(talk, at, screen, texts.readBack(task, said), { options });
}

/** By the right that holds at this moment. */
export async function writeReport(
  { working, settings }: ChatDeps,
  talk: Talk,
  { id, said, at }: ScreenOf<'work_write'>,
): Promise<Talk> {
  if ((await working.official(talk.thread, settings.ward)) === null) return conclude(talk, texts.NOT_OFFICIAL);
  const done = await working.report(talk.thread, id, said, `chat ${id} ${at}`);
  return conclude(talk, done.kind === 'done' ? texts.writtenDown(done.task, said) : done.why);
}

export function dropReport(talk: Talk): Talk {
  return conclude(talk, texts.DROPPED);
}

/** Why no reminders are wanted: the next line is taken for it. */
export async function askReason(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'work_mute'>): Promise<Talk> {
  const task = await seen(deps, talk, screen.id);
  if (task === null) return conclude(talk, texts.NOT_OFFICIAL);
  if (!task.mayMute) return conclude(talk, texts.NO_MUTE);
  return present(talk, at, screen, `${texts.readBackMute(task, screen.until)}\n${texts.ASK_REASON}`);
}

/** The reason that was asked for. */
export function takeReason(deps: ChatDeps, talk: Talk, screen: ScreenOf<'work_mute'>, words: string): Promise<Talk> {
  const reason = maskPersonal(words).slice(0, LONGEST_REASON);
  return quiet(deps, talk, { kind: 'work_quiet', id: screen.id, until: screen.until, reason });
}

export async function quiet(deps: ChatDeps, talk: Talk, screen: ScreenOf<'work_quiet'>): Promise<Talk> {
  const { id, until, reason } = screen;
  const task = await seen(deps, talk, id);
  if (task === null) return conclude(talk, texts.NOT_OFFICIAL);
  if (!task.mayMute) return conclude(talk, texts.NO_MUTE);
  const done = await deps.working.mute(talk.thread, id, until, reason);
  return conclude(talk, done.kind === 'done' ? texts.muted(done.task, until) : done.why);
}

/** Ends a pause; what is reminded of anyway is said to be, and nothing is written. */
export async function remindAgain(deps: ChatDeps, talk: Talk, id: string): Promise<Talk> {
  const task = await seen(deps, talk, id);
  if (task === null) return conclude(talk, texts.NOT_OFFICIAL);
  if (!task.mayMute) return conclude(talk, texts.NO_MUTE);
  if (!isPaused(task, deps.working.today())) return conclude(talk, texts.notPaused(task));
  const done = await deps.working.mute(talk.thread, id, null, '');
  return conclude(talk, done.kind === 'done' ? texts.remindedAgain(done.task) : done.why);
}

export function isPaused({ item: { muted } }: WorkTask, today: string): boolean {
  return muted !== null && muted.until >= today;
}

/** null also for whoever is no official of the ward whose account this is. */
async function seen({ working, settings }: ChatDeps, { thread }: Talk, id: string): Promise<WorkTask | null> {
  return (await working.official(thread, settings.ward)) === null ? null : working.see(thread, id);
}
