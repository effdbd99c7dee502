import type { Focus, Intent } from '@phuong-so/shared/domain/understanding';
import type { CueReading } from './cue-reading.ts';

/** What the question names, as far as the choice of an intent depends on it. */
export interface Named {
  readonly unit: boolean;
  /** How many things beside the unit are named: with some, the question is about them rather than about the unit. */
  readonly topics: number;
  readonly ownUnit: boolean;
  readonly years: boolean;
  /** A month of a year ("tháng 9/2025"). */
  readonly month: boolean;
  readonly wards: number;
}

/** What in particular is asked: who, when, how much … */
export function readFocus(cues: CueReading): Focus {
  return {
    who: cues.has('who'),
    coordinating: cues.has('coordinate'),
    when: cues.has('when'),
    day: cues.has('day'),
    howMuch: cues.has('how_much'),
    percent: cues.has('percent'),
    count: cues.has('count'),
    where: cues.has('place'),
  };
}

interface Rule {
  readonly intent: Intent;
  readonly when: (cues: CueReading, focus: Focus, named: Named) => boolean;
}

/** The first rule that holds decides. Order: questions about the document itself, then about units, then about facts. */
const RULES: readonly Rule[] = [
  { intent: 'ward_identity', when: (cues) => cues.has('identity') && !cues.has('person') },
  {
    intent: 'signer',
    when: (cues, _focus, named) =>
      cues.has('sign') && !cues.has('not_sign') && !asksUpperDocument(cues) && named.topics <= 3,
  },
  { intent: 'outline', when: (cues) => cues.has('outline') },
  { intent: 'recipients', when: (cues) => cues.has('recipients') && !cues.has('report') },
  { intent: 'overdue', when: (cues) => cues.has('overdue') && cues.hasAny('tasks', 'list', 'targets') },
  {
    intent: 'due_soon',
    when: (cues, _focus, named) => (cues.has('due_soon') || named.month) && cues.hasAny('tasks', 'list'),
  },
  {
    intent: 'report_deadline',
    when: (cues, focus) => cues.has('report') && (focus.when || cues.has('recipients')) && !cues.has('tasks'),
  },
  {
    intent: 'number_and_date',
    when: (cues) => cues.has('number_or_date') && cues.hasAny('own_document', 'issued') && !asksUpperDocument(cues),
  },
  {
    intent: 'legal_basis',
    when: (cues, _focus, named) =>
      cues.has('basis') && cues.has('document_type') && !cues.has('report') && !restsOnSomethingElse(cues, named),
  },
  { intent: 'legal_basis', when: (cues) => cues.has('number') && cues.has('document_type') },
  { intent: 'period', when: (cues) => cues.has('period') && !cues.has('targets') },
  {
    intent: 'unit_targets',
    when: (cues, focus, named) =>
      asksAboutUnit(named) && cues.has('targets') && cues.has('list') && !focus.percent && !named.years,
  },
  {
    intent: 'unit_targets',
    when: (cues, focus, named) =>
      asksAboutUnit(named) && cues.has('targets') && named.topics < 2 && !focus.who && !focus.percent && !named.years,
  },
  {
    intent: 'unit_tasks',
    when: (cues, focus, named) =>
      asksAboutUnit(named) && cues.has('tasks') && cues.has('list') && !focus.who && !focus.percent,
  },
  {
    intent: 'unit_tasks',
    when: (cues, focus, named) =>
      asksAboutUnit(named) && cues.has('do_what') && named.topics === 0 && !focus.who && !focus.percent,
  },
  { intent: 'target', when: (_cues, focus, named) => focus.howMuch && named.years },
  { intent: 'target', when: (cues, focus) => cues.has('targets') && focus.howMuch && !focus.who && cues.has('count') },
  { intent: 'target', when: (_cues, focus) => focus.percent && !focus.who },
  { intent: 'owner', when: (_cues, focus) => focus.who },
  { intent: 'due', when: (_cues, focus) => focus.when },
];

/** The kind of answer the question wants; `passage` when no structured one is meant. */
export function decideIntent(cues: CueReading, focus: Focus, named: Named): Intent {
  return RULES.find((rule) => rule.when(cues, focus, named))?.intent ?? 'passage';
}

function asksAboutUnit(named: Named): boolean {
  return named.unit || named.ownUnit;
}

/** With more things named than this, "căn cứ" is said of them and not of the plan. */
const PLAN_ITSELF = 3;

/** "Kế hoạch của phường … khoán chi căn cứ vào gì": the only document named is the ward's own, and the question is about a matter. */
function restsOnSomethingElse(cues: CueReading, named: Named): boolean {
  const own = cues.at('own_document');
  const isOwn = cues
    .at('document_type')
    .every((type) => own.some(({ from, to }) => from <= type.from && type.to <= to));
  return isOwn && named.topics > PLAN_ITSELF;
}

/** "Kế hoạch số mấy của UBND thành phố": a document of a higher level, not the ward's own. */
function asksUpperDocument(cues: CueReading): boolean {
  return cues.has('upper_issuer') || cues.has('basis');
}
