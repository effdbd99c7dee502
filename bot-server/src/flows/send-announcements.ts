import { type IsHoliday, isSendingTime } from '@phuong-so/shared/domain/sending-hours';
import type { ClaimedDelivery, DeliverySettlement, SettledDelivery } from '../ports/deliveries.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type AnnouncingDeps, deliverAnnouncement, lookForAnnouncement } from './deliver-announcement.ts';

export interface BulkDeps extends AnnouncingDeps {
  readonly metrics: Metrics;
  readonly isHoliday: IsHoliday;
  readonly onError: (error: unknown) => void;
}

/** Longer than a send, or a look into a long conversation, with a token renewal may take. */
const LEASE_MS = 60_000;
/** Beside the replies, which have requests of their own: bulk never takes the last one. */
const MOST_UNDER_WAY = 48;
/** Claimed together: every claim is synced to the disk, and one at a time would make that the slowest part. */
const CLAIMED_TOGETHER = 16;
const MOST_LOOKS_UNDER_WAY = 4;
/** So long is waited for others that end: one transaction for all of them. */
const RECORDED_WITHIN_MS = 5;

/** Announcements of one account under way in this process. */
export class AnnouncementSender {
  private sending = 0;
  private looking = 0;
  private readonly settled: SettledDelivery[] = [];
  private settling: Promise<void> | null = null;

  constructor(
    private readonly deps: BulkDeps,
    private readonly oaId: string,
    private readonly onSettled: () => void,
  ) {}

  /** How many could be started now. */
  get room(): number {
    const free = MOST_UNDER_WAY - this.sending;
    return free >= CLAIMED_TOGETHER ? free : 0;
  }

  /** Starts at most so many that are due, looks into conversations before them; gives how many were started. */
  async start(most: number): Promise<number> {
    if (most <= 0) return 0;
    const { deliveries, clock, isHoliday } = this.deps;
    const now = clock.now().getTime();
    const wish = { oaId: this.oaId, now, leaseMs: LEASE_MS };
    const mayLook = Math.min(most, MOST_LOOKS_UNDER_WAY - this.looking);
    const looks = mayLook > 0 ? await deliveries.claimLooks({ ...wish, limit: mayLook }) : [];
    for (const claim of looks) this.look(claim);
    const limit = Math.min(most - looks.length, this.room);
    if (limit <= 0) return looks.length;
    const claims = await deliveries.claim({ ...wish, limit, emergenciesOnly: !isSendingTime(now, isHoliday) });
    for (const claim of claims) this.send(claim);
    return looks.length + claims.length;
  }

  get isIdle(): boolean {
    return this.sending === 0 && this.looking === 0 && this.settling === null;
  }

  private send(claim: ClaimedDelivery): void {
    this.sending += 1;
    this.follow(claim, deliverAnnouncement(this.deps, claim), () => {
      this.sending -= 1;
    });
  }

  private look(claim: ClaimedDelivery): void {
    this.looking += 1;
    this.follow(claim, lookForAnnouncement(this.deps, claim), () => {
      this.looking -= 1;
    });
  }

  private follow(claim: ClaimedDelivery, work: Promise<DeliverySettlement>, ended: () => void): void {
    work
      .then((settlement) => this.settle({ claim, settlement }))
      .catch((error: unknown) => this.deps.onError(error))
      .finally(() => {
        ended();
        this.onSettled();
      });
  }

  /** All that ended meanwhile are recorded in one transaction. */
  private settle(one: SettledDelivery): Promise<void> {
    this.settled.push(one);
    this.settling ??= new Promise<void>((resolve) => setTimeout(resolve, RECORDED_WITHIN_MS))
      .then(async () => {
        const all = this.settled.splice(0);
        this.settling = null;
        await this.deps.deliveries.settle(all);
        for (const { settlement } of all) {
          const verdict = settlement.kind === 'sent' ? 'sent' : settlement.verdict;
          this.deps.metrics.count('announcement_sends_total', { verdict });
        }
      })
      .finally(() => this.onSettled());
    return this.settling;
  }
}
