import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAttachments } from '../adapters/state/repos/attachments.ts';
import { stateReportDrafts } from '../adapters/state/repos/report-drafts.ts';
import { stateTargets } from '../adapters/state/repos/targets.ts';
import { stateWork } from '../adapters/state/repos/work.ts';
import type { WorkDeps, WorkWard } from '../flows/work/deps.ts';
import { unitsWithin } from '../understanding/units-within.ts';
import { standingUnitOf } from '../work/standing-unit.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

/** What officials' tasks and targets need: the same for the app's interface, the chat and the worker. */
export function composeWork({ demo }: Pick<Config, 'demo'>, service: Service): WorkDeps {
  const { state, index, clock, language } = service;
  return {
    work: stateWork(state, randomIds, { demo }),
    targets: stateTargets(state, randomIds, { demo }),
    reportDrafts: stateReportDrafts(state, randomIds, { demo }),
    attachments: stateAttachments(state, randomIds, { demo }),
    clock,
    ward(key): WorkWard | null {
      const facts = index.current().ward(key);
      if (facts === null) return null;
      const units = unitsWithin(facts, language.units);
      return { key, name: facts.profile.name, facts, units, standingUnit: standingUnitOf(facts, units) };
    },
  };
}
