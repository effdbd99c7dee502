import type { PeriodicReportState, ReportDraft, ReportSection, WorkActor } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import type { ReportVersion } from '../../ports/report-drafts.ts';
import { draftSections, editedSections, redrafted } from '../../work/reports/draft-sections.ts';
import { ACT_TO, type DraftAct, draftMays, mayWrite } from '../../work/reports/draft-steps.ts';
import { type Desk, deskOf, doerOf, isTheirs } from '../work/see.ts';
import { type DraftOutcome, done, draftActorOf, type ReportDeps, refuse } from './deps.ts';
import { gatherFacts, type WantedReport } from './gather.ts';

export interface SeenDraft {
  readonly desk: Desk;
  readonly draft: ReportDraft;
}

/** Officials of the ward see all of its drafts; to anybody else, null: that one exists is nobody else's to know. */
export async function seeDraft(deps: ReportDeps, actor: WorkActor, id: string): Promise<SeenDraft | null> {
  const draft = await deps.drafts.byId(id);
  const desk = draft && deskOf(deps, actor, draft.ward);
  return draft === null || desk === null || !isTheirs(desk, draft) ? null : { desk, draft };
}

/** null for whoever is no official of the ward. */
export async function listDrafts(
  deps: ReportDeps,
  actor: WorkActor,
  ward: string,
): Promise<readonly ReportDraft[] | null> {
  const desk = deskOf(deps, actor, ward);
  return desk && (await deps.drafts.list(ward)).filter((draft) => isTheirs(desk, draft));
}

/** Drafts a report from what was entered; asked for again it is the one that is there, as it is. */
export async function openDraft(
  deps: ReportDeps,
  actor: WorkActor,
  { ward, ...wanted }: Omit<WantedReport, 'demo'> & { readonly ward: string },
): Promise<DraftOutcome> {
  if (deps.ward(ward) === null) return refuse('unknown_ward');
  const desk = deskOf(deps, actor, ward);
  if (desk === null || !mayWrite(wanted, draftActorOf(desk))) return refuse('forbidden');
  const facts = await gatherFacts(deps, desk.ward, { ...wanted, demo: actor.demo });
  if (facts === null) return refuse('period');
  const draft = { ...wanted, ward, demo: actor.demo, sections: draftSections(facts) };
  return done(await deps.drafts.open(draft, doerOf(deps, desk)));
}

/** What people write is masked before it is kept: a report names no number of a person's. */
export async function editDraft(
  deps: ReportDeps,
  actor: WorkActor,
  id: string,
  change: { readonly version: number; readonly sections: readonly { readonly id: string; readonly text: string }[] },
): Promise<DraftOutcome> {
  const seen = await stepOn(deps, actor, id, change.version, 'edit');
  if ('kind' in seen) return seen;
  const { draft, desk } = seen;
  const written = change.sections.map((one) => ({ id: one.id, text: maskPersonal(one.text) }));
  const sections = editedSections(draft.sections, written);
  if (sections === null) return refuse('unknown_section');
  if (sections.every((section, index) => section === draft.sections[index])) return done(draft);
  return done(await deps.drafts.change(draft, { sections }, doerOf(deps, desk)));
}

/** Drafts anew from what is entered by now; edited sections stay, but those that are named, and the reply says which. */
export async function redraftDraft(
  deps: ReportDeps,
  actor: WorkActor,
  id: string,
  { version, replace }: { readonly version: number; readonly replace: readonly string[] },
): Promise<DraftOutcome> {
  const seen = await stepOn(deps, actor, id, version, 'redraft');
  if ('kind' in seen) return seen;
  const { draft, desk } = seen;
  const facts = await gatherFacts(deps, desk.ward, draft);
  if (facts === null) return refuse('period');
  const { sections, leftAlone } = redrafted(draft.sections, draftSections(facts), replace);
  if (sections.every(({ text, edited }, at) => isSame(draft.sections[at], text, edited))) return done(draft, leftAlone);
  return done(await deps.drafts.change(draft, { sections }, doerOf(deps, desk)), leftAlone);
}

/** A unit hands in; the standing unit takes in or gives back. */
export async function moveDraft(
  deps: ReportDeps,
  actor: WorkActor,
  id: string,
  { version, state }: { readonly version: number; readonly state: PeriodicReportState },
): Promise<DraftOutcome> {
  const seen = await stepOn(deps, actor, id, version, ACT_TO[state]);
  if ('kind' in seen) return seen;
  const { draft, desk } = seen;
  return done(await deps.drafts.change(draft, { state }, doerOf(deps, desk)));
}

/** Newest first; null where the person may not see the draft. */
export async function versionsOf(
  deps: ReportDeps,
  actor: WorkActor,
  id: string,
): Promise<readonly ReportVersion[] | null> {
  return (await seeDraft(deps, actor, id)) === null ? null : deps.drafts.versions(id);
}

async function stepOn(deps: ReportDeps, actor: WorkActor, id: string, version: number, act: DraftAct) {
  const seen = await seeDraft(deps, actor, id);
  if (seen === null) return refuse('not_found');
  const { draft, desk } = seen;
  if (!draftMays(draft, draftActorOf(desk)).includes(act))
    return refuse(couldEver(draft, desk, act) ? 'wrong_state' : 'forbidden');
  return draft.version === version ? seen : refuse('changed');
}

/** Whether this person may do it once the draft is in another state. */
function couldEver(draft: ReportDraft, desk: Desk, act: DraftAct): boolean {
  return (['draft', 'handed_in', 'taken_in'] as const).some((state) =>
    draftMays({ ...draft, state }, draftActorOf(desk)).includes(act),
  );
}

function isSame(section: ReportSection | undefined, text: string, edited: boolean): boolean {
  return section?.text === text && section.edited === edited;
}
