import type { ChatScreen } from '@phuong-so/shared/domain/chat-screen';
import type { Option } from '../activity.ts';
import { present } from '../activity.ts';
import { askQuestion } from '../ask-question.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import type { WorkOfficial, WorkTask } from './deps.ts';
import { findTasks, titledWith } from './find-tasks.ts';
import { readMute } from './read-mute.ts';
import { readProgress } from './read-progress.ts';
import type { WorkLine } from './read-work-line.ts';
import { askReason, isPaused, quiet, readBackReport, remindAgain, showList } from './show-work.ts';
import * as texts from './texts.ts';

/** So many are offered by number. */
const MOST_OFFERED = 5;

/** What an official wants of the ward's work. Nothing is read and nothing kept of who is none. */
export async function answerWork(deps: ChatDeps, talk: Talk, at: number, line: WorkLine): Promise<Talk> {
  const official = await officialOf(deps, talk);
  if (official === null) return say(talk, texts.NOT_OFFICIAL);
  switch (line.what) {
    case 'list':
      return list(deps, talk, at, line, official);
    case 'reports':
      return reports(deps, talk);
    case 'who':
      return who(deps, talk, at, line);
    case 'update':
      return update(deps, talk, at, line.rest);
    case 'mute':
      return mute(deps, talk, at, line.rest);
    case 'unmute':
      return unmute(deps, talk, at, line.rest);
  }
}

export function officialOf({ working, settings }: ChatDeps, { thread }: Talk): Promise<WorkOfficial | null> {
  return working.official(thread, settings.ward);
}

/** Where nothing has been confirmed yet the plan answers. */
async function list(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  line: WorkLine & { what: 'list' },
  official: WorkOfficial,
): Promise<Talk> {
  const isPlanned = line.of !== 'own' && (await deps.working.all(talk.thread)).length === 0;
  if (isPlanned) return askPlan(deps, talk, at, line.text);
  if (line.of === 'own' && official.unit === null) return say(talk, texts.UNIT_UNKNOWN);
  return showList(deps, talk, at, { kind: 'work_list', of: line.of, from: 0 });
}

async function reports({ working }: ChatDeps, talk: Talk): Promise<Talk> {
  const [asked, own] = await Promise.all([working.reports(talk.thread), working.list(talk.thread, 'own')]);
  return say(talk, texts.reportsDue(asked, own, working.today()));
}

async function who(deps: ChatDeps, talk: Talk, at: number, line: WorkLine & { what: 'who' }): Promise<Talk> {
  const all = await deps.working.all(talk.thread);
  const byNumber = findTasks(line.words, all);
  const found = byNumber.rest === '' && byNumber.tasks.length > 0 ? byNumber.tasks : titledWith(line.words, all);
  if (found.length === 0 || found.length > MOST_OFFERED) return askPlan(deps, talk, at, line.text);
  return say(talk, texts.whoDoes(found, deps.working.today()));
}

function askPlan(deps: ChatDeps, talk: Talk, at: number, text: string): Promise<Talk> {
  const asked = { at, text, stop: null, attachment: null, quotedMessageId: null, picked: false };
  return askQuestion(deps, talk, asked, { at, kind: 'help' });
}

/** Read back before anything is written; which task, where that is not sure. */
async function update(deps: ChatDeps, talk: Talk, at: number, line: string): Promise<Talk> {
  if (line === '') return say(talk, texts.HOW_TO_UPDATE);
  const { tasks, rest } = findTasks(line, await deps.working.all(talk.thread));
  const read = readProgress(rest, deps.language);
  if (tasks.length === 0) return say(talk, texts.NO_SUCH_TASK);
  if (read.kind === 'beyond') return say(talk, texts.BEYOND);
  const screenOf = ({ item: { id } }: WorkTask): ChatScreen =>
    read.kind === 'said' ? { kind: 'work_report', id, said: read.said } : { kind: 'work_task', id };
  const [only, ...others] = tasks;
  if (only === undefined || others.length > 0) return askWhich(deps, talk, at, tasks, screenOf);
  if (!only.mayReport) return say(talk, texts.NOT_YOURS);
  if (read.kind === 'said')
    return readBackReport(deps, talk, at, { kind: 'work_report', id: only.item.id, said: read.said });
  return say(talk, `${texts.titled(only)}\n\n${texts.HOW_TO_UPDATE}`);
}

async function mute(deps: ChatDeps, talk: Talk, at: number, line: string): Promise<Talk> {
  const { tasks, rest } = findTasks(line, await deps.working.all(talk.thread));
  const [only, ...others] = tasks;
  if (only === undefined) return say(talk, texts.NO_SUCH_TASK);
  const { until, reason } = readMute(rest, deps.working.today());
  if (until === null) return say(talk, texts.askDay(only));
  const screenOf = ({ item: { id } }: WorkTask) =>
    reason === '' ? ({ kind: 'work_mute', id, until } as const) : ({ kind: 'work_quiet', id, until, reason } as const);
  if (others.length > 0) return askWhich(deps, talk, at, tasks, screenOf);
  const screen = screenOf(only);
  return screen.kind === 'work_mute' ? askReason(deps, talk, at, screen) : quiet(deps, talk, screen);
}

/** Without a task's name: whatever is paused, by number. */
async function unmute(deps: ChatDeps, talk: Talk, at: number, line: string): Promise<Talk> {
  const all = await deps.working.all(talk.thread);
  const isNamed = line.trim() !== '';
  const paused = all.filter((task) => task.mayMute && isPaused(task, deps.working.today()));
  const tasks = isNamed ? findTasks(line, all).tasks : paused;
  const [only, ...others] = tasks;
  if (only === undefined) return say(talk, isNamed ? texts.NO_SUCH_TASK : texts.NONE_PAUSED);
  if (isNamed && others.length === 0) return remindAgain(deps, talk, only.item.id);
  return askWhich(deps, talk, at, tasks, ({ item: { id } }) => ({ kind: 'work_unmute', id }));
}

function askWhich(
  { working }: ChatDeps,
  talk: Talk,
  at: number,
  tasks: readonly WorkTask[],
  screenOf: (task: WorkTask) => ChatScreen,
): Talk {
  if (tasks.length > MOST_OFFERED) return say(talk, texts.TOO_MANY);
  const options = tasks.map((task): Option => ({ label: texts.listed(task, working.today()), to: screenOf(task) }));
  return present(talk, at, { kind: 'work_list', of: 'own', from: 0 }, texts.WHICH_TASK, { options });
}
