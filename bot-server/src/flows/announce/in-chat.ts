import { type Broadcast, isOfficialOf, mayApprove } from '@phuong-so/shared/domain/broadcast';
import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { REFUSALS } from '../../announcements/refusals.ts';
import { UNREACHED_WORDS } from '../../announcements/unreached-words.ts';
import type { Announcer, Announcing, Done } from '../../chatting/announcing/deps.ts';
import type { Rights } from '../../ports/rights.ts';
import { type AnnounceDeps, type DeskActor, type Outcome, refuse } from './deps.ts';
import { changeDraft, writeDraft } from './draft.ts';
import { type Preview, previewBroadcast } from './preview.ts';
import { readProgress } from './progress.ts';
import { announcesIn, listBroadcasts, seeBroadcast } from './see.ts';
import { cancelBroadcast, decideBroadcast, sendBroadcast, stopBroadcast } from './steps.ts';

export interface ChatDeskDeps extends AnnounceDeps {
  readonly rights: Pick<Rights, 'of'>;
}

/** Looked through for the person's own; a leader sees what the whole office wrote. */
const MOST_LOOKED = 30;
const MOST_OWN = 10;

/** The rules of announcements as the chat uses them: each call reads the right of whoever writes anew. */
export function announceInChat(deps: ChatDeskDeps): Announcing {
  const actorIn = (key: ThreadKey) => actorOfChat(deps, key);
  return {
    async announcer(key, ward) {
      const actor = await actorIn(key);
      return actor === null || (ward !== null && actor.ward !== ward) ? null : announcerOf(deps, actor);
    },
    write: (key, draft, pressKey) => by(deps, key, (actor) => writeDraft(deps, actor, draft, pressKey)),
    change: (key, id, change) =>
      by(deps, key, async (actor) => {
        const one = await seeBroadcast(deps, actor, id);
        return one === null ? refuse('not_found') : changeDraft(deps, actor, id, change, one.version);
      }),
    async see(key, id) {
      const actor = await actorIn(key);
      return actor && seeBroadcast(deps, actor, id);
    },
    async preview(key, id) {
      const actor = await actorIn(key);
      const preview = actor && (await previewBroadcast(deps, actor, id));
      return preview && outlookOf(deps, preview);
    },
    send: (key, id, version) =>
      by(deps, key, (actor) => sendBroadcast(deps, actor, id, { key: pressOf(id, version), version })),
    end: (key, id, version) =>
      by(deps, key, async (actor) => {
        const one = await seeBroadcast(deps, actor, id);
        const press = { key: pressOf(id, version), version };
        const isOut = one !== null && (one.state === 'sending' || one.state === 'stopped');
        return isOut ? stopBroadcast(deps, actor, id, press) : cancelBroadcast(deps, actor, id, press);
      }),
    decide: (key, id, version, note) =>
      by(deps, key, (actor) =>
        decideBroadcast(deps, actor, id, { key: pressOf(id, version), version }, { approve: note === null, note }),
      ),
    async own(key, ward) {
      const actor = await actorIn(key);
      const all = actor === null ? [] : await listed(deps, actor, ward, null);
      return all
        .filter(({ createdBy, state }) => createdBy === actor?.subject && state !== 'cancelled')
        .slice(0, MOST_OWN);
    },
    async awaiting(key, ward) {
      const actor = await actorIn(key);
      const setting = deps.ward(ward)?.approval;
      if (actor === null || setting === undefined) return [];
      const now = deps.clock.now().getTime();
      const all = await listed(deps, actor, ward, 'awaiting_approval');
      return all.filter((one) => mayApprove(actor, one, setting, now)).reverse();
    },
    async progress(key, id) {
      const actor = await actorIn(key);
      const seen = actor && (await seeBroadcast(deps, actor, id));
      const progress = seen && (await readProgress(deps, id));
      return progress && { ...progress, unreached: await toTellInPerson(deps, id) };
    },
  };
}

/** What the version that was shown becomes by one press; the same press sent again is the same. */
const pressOf = (id: string, version: number): string => `chat ${id} ${version}`;

/** null for a chat that is nobody's in the Mini App, and for whoever holds no right. */
async function actorOfChat({ audience, rights }: ChatDeskDeps, key: ThreadKey): Promise<DeskActor | null> {
  const subject = await audience.idOfChat(key);
  const right = await rights.of(subject);
  return right && { ...right, subject, demo: subject.startsWith('demo:') };
}

async function by(deps: ChatDeskDeps, key: ThreadKey, act: (actor: DeskActor) => Promise<Outcome>): Promise<Done> {
  const actor = await actorOfChat(deps, key);
  const outcome = actor === null ? refuse('forbidden') : await act(actor);
  return outcome.kind === 'done' ? outcome : { kind: 'refused', why: REFUSALS[outcome.reason] };
}

function announcerOf(deps: ChatDeskDeps, actor: DeskActor): Announcer | null {
  const ward = actor.ward === null ? null : deps.ward(actor.ward);
  if (actor.ward === null || ward === null || !announcesIn(actor, actor.ward)) return null;
  const isOfficial = isOfficialOf(actor, actor.ward);
  const groups = ward.groups.filter(({ id }) => isOfficial || id === actor.group);
  return { ward: actor.ward, wardName: ward.name, isOfficial, groups };
}

async function listed(
  deps: ChatDeskDeps,
  actor: DeskActor,
  ward: string,
  state: Broadcast['state'] | null,
): Promise<readonly Broadcast[]> {
  const page = await listBroadcasts(deps, actor, { ward, state, limit: MOST_LOOKED, after: null });
  return page?.broadcasts ?? [];
}

function outlookOf(deps: ChatDeskDeps, preview: Preview) {
  const { broadcast, texts, reach, beginsAt, needsApproval, blocked, warnings } = preview;
  const groups = deps.ward(broadcast.ward)?.groups ?? [];
  const named = broadcast.groups.map((group) => groups.find(({ id }) => id === group)?.name ?? group);
  const reached = [...reach.byChannel].reduce((sum, [channel, people]) => (channel === 'feed' ? sum : sum + people), 0);
  return {
    ...{ broadcast, beginsAt, needsApproval, warnings, reached, people: reach.people },
    text: (texts.find(({ channel }) => channel === 'oa') ?? texts[0])?.text ?? preview.forwardText,
    to: named.length === 0 ? null : named.join(', '),
    unreached: [...reach.unreached].map(([reason, people]) => ({ people, why: UNREACHED_WORDS[reason] })),
    blocked: blocked.map((reason) => REFUSALS[reason]),
  };
}

/** People to whom nothing came that is known to have arrived, by reason. */
async function toTellInPerson({ deliveries }: ChatDeskDeps, id: string) {
  const rows = await deliveries.unreached(id);
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return reasons.map((reason) => ({
    people: rows.reduce((sum, row) => (row.reason === reason ? sum + row.people : sum), 0),
    why: UNREACHED_WORDS[reason],
  }));
}
