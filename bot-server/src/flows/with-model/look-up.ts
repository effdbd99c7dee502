import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import { documentEvidence, evidenceOf, type Shown } from '../../answering/evidence-of.ts';
import { gatherEvidence } from '../../answering/gather-evidence.ts';
import type { Ranked } from '../../answering/rank-snippets.ts';
import type { Snippet } from '../../ports/ward-facts.ts';
import { cleanQuestion } from '../../understanding/clean-question.ts';
import { CueReading } from '../../understanding/cue-reading.ts';
import { understand } from '../../understanding/understand.ts';
import type { AnswerDeps, PlanReading } from '../answer-question.ts';

/** Where a model may look: one ward's plan, for one person. */
export interface LookUp {
  readonly deps: AnswerDeps;
  readonly plan: PlanReading;
  readonly request: AskRequest;
}

const MOST_PASSAGES = 6;
const MOST_ROWS = 8;

export function searchPassages(place: LookUp, { query }: { query: string }): Shown[] {
  return shown(place, ranked(place, query).slice(0, MOST_PASSAGES));
}

export function listTasks(
  place: LookUp,
  { unit, query }: { unit?: string | undefined; query?: string | undefined },
): Shown[] {
  const { facts, units } = place.plan;
  const ids = unit === undefined ? [] : units.find(unit).map((mention) => mention.unit.id);
  if (unit !== undefined && ids.length === 0) return [];
  const tasks =
    query === undefined
      ? facts.snippets.filter(({ kind }) => kind === 'task')
      : ranked(place, query).map(({ snippet }) => snippet);
  const led = tasks.filter(
    (snippet) => snippet.kind === 'task' && (ids.length === 0 || snippet.task.leadIds.some((id) => ids.includes(id))),
  );
  return ofSnippets(place, led.slice(0, MOST_ROWS));
}

export function getTargets(place: LookUp, { query, year }: { query: string; year?: string | undefined }): Shown[] {
  const found = ranked(place, query).filter(
    ({ snippet }) =>
      snippet.kind === 'target' && (year === undefined || year in snippet.target.values || '' in snippet.target.values),
  );
  return shown(place, found.slice(0, MOST_ROWS));
}

export function getDeadlines(place: LookUp): Shown[] {
  const found = place.plan.facts.snippets.filter(({ kind }) => kind === 'deadline');
  return ofSnippets(place, found.slice(0, MOST_ROWS));
}

export function wardFacts({ plan }: LookUp): Shown[] {
  return documentEvidence(plan.facts);
}

/** The rules' own search, for words that a model wrote: in this ward, whatever ward they name. */
function ranked({ deps, plan: { facts, units }, request }: LookUp, query: string): Ranked[] {
  const question = cleanQuestion(query, deps.language);
  const cues = new CueReading(question, deps.language);
  const wards = { asked: [facts.profile.key], mentions: [], compare: false };
  return gatherEvidence(deps.index, facts, understand(request, question, cues, wards, { ...deps.language, units }));
}

function shown(place: LookUp, found: readonly Ranked[]): Shown[] {
  return ofSnippets(
    place,
    found.map(({ snippet }) => snippet),
  );
}

function ofSnippets({ plan: { facts } }: LookUp, snippets: readonly Snippet[]): Shown[] {
  return snippets.flatMap((snippet) => evidenceOf(facts, snippet) ?? []);
}
