import { messageText } from '../announcements/message-text.ts';
import { toldOf } from '../announcements/told.ts';
import type { Broadcasts } from '../ports/broadcasts.ts';
import type { ClaimedDelivery } from '../ports/deliveries.ts';
import { type AroundDeps, aroundAnnouncement } from './around-announcement.ts';

export interface WordsDeps extends AroundDeps {
  readonly broadcasts: Pick<Broadcasts, 'byId' | 'wording'>;
}

/** So many announcements may go out at the same time without being read again for each message. */
const KEPT = 100;

/** The messages of announcements. What a revision says never changes, so each is put together once. */
export class AnnouncementWords {
  private readonly kept = new Map<string, Promise<string | null>>();

  constructor(private readonly deps: WordsDeps) {}

  /** The words of the revision that was chosen when it was claimed; null when they are no longer there. */
  of(claim: ClaimedDelivery): Promise<string | null> {
    const key = `${claim.broadcastId} ${claim.revision} ${claim.corrects}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size >= KEPT) this.kept.clear();
    const made = this.make(claim);
    this.kept.set(key, made);
    // What failed, or is not there yet, is read anew by the next.
    made.then(
      (text) => text === null && this.kept.delete(key),
      () => this.kept.delete(key),
    );
    return made;
  }

  private async make({ broadcastId, revision, corrects }: ClaimedDelivery): Promise<string | null> {
    const { broadcasts } = this.deps;
    const [broadcast, wording] = await Promise.all([
      broadcasts.byId(broadcastId),
      broadcasts.wording(broadcastId, revision),
    ]);
    if (broadcast === null || wording === null) return null;
    return messageText(toldOf(broadcast, wording, await aroundAnnouncement(this.deps, broadcast, corrects)));
  }
}
