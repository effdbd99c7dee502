import type { WorkScreen } from '@phuong-so/shared/domain/chat-screen-work';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import {
  askReason,
  dropReport,
  quiet,
  readBackReport,
  remindAgain,
  showList,
  showTask,
  writeReport,
} from './show-work.ts';

const KINDS: Readonly<Record<WorkScreen['kind'], true>> = {
  ...{ work_list: true, work_task: true, work_report: true, work_write: true, work_drop: true },
  ...{ work_mute: true, work_quiet: true, work_unmute: true },
};

export function isWork(screen: { readonly kind: string }): screen is WorkScreen {
  return Object.hasOwn(KINDS, screen.kind);
}

/** Says one screen of officials' work, or does what was chosen. */
export function showWork(deps: ChatDeps, talk: Talk, at: number, screen: WorkScreen): Promise<Talk> | Talk {
  switch (screen.kind) {
    case 'work_list':
      return showList(deps, talk, at, screen);
    case 'work_task':
      return showTask(deps, talk, at, screen);
    case 'work_report':
      return readBackReport(deps, talk, at, screen);
    case 'work_write':
      return writeReport(deps, talk, screen);
    case 'work_drop':
      return dropReport(talk);
    case 'work_mute':
      return askReason(deps, talk, at, screen);
    case 'work_quiet':
      return quiet(deps, talk, screen);
    case 'work_unmute':
      return remindAgain(deps, talk, screen.id);
  }
}
