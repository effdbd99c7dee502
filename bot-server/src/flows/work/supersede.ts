import { type Outcome, refuse, type WorkDeps } from './deps.ts';
import { type Desk, doerOf } from './see.ts';

/** The standing unit says that a newer plan takes an older one's place: what is open of the older one is superseded. */
export async function supersedePlan(
  deps: WorkDeps,
  desk: Desk,
  { older, newer }: { readonly older: string; readonly newer: string },
): Promise<Outcome<{ readonly superseded: number }>> {
  if (!desk.standpoint.standing) return refuse('forbidden');
  const { key, facts } = desk.ward;
  const { demo } = desk.actor;
  const isKnown = (id: string) => facts.documents.some(({ documentId }) => documentId === id);
  const isOfTasks = async () =>
    (await deps.work.list({ ward: key, all: true })).some(({ from }) => from.documentId === older);
  if (!isKnown(newer) || !(isKnown(older) || (await isOfTasks()))) return refuse('unknown_plan');
  const chain = await deps.work.superseded(key, demo);
  for (let next: string | undefined = newer, left = chain.size; next !== undefined && left >= 0; left -= 1) {
    if (next === older) return refuse('same_plan');
    next = chain.get(next);
  }
  const superseded = await deps.work.supersede({ ward: key, older, newer, demo }, doerOf(deps, desk));
  return { kind: 'done', superseded };
}
