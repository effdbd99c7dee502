import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateWork } from '../adapters/state/repos/work.ts';
import { stateWorkReminders } from '../adapters/state/repos/work-reminders.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

/** What officials are reminded of, for the worker and the Mini App alike. */
export function composeWorkNotices({ demo }: Pick<Config, 'demo'>, { state, index, language }: Service) {
  return {
    work: stateWork(state, randomIds, { demo }),
    reminders: stateWorkReminders(state, randomIds),
    units: language.units,
    facts: (ward: string) => index.current().ward(ward),
  };
}
