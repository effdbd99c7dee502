import type { Pace } from '../outbox/pace.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ClaimedMessage } from '../ports/outbox.ts';
import { type DeliveryDeps, deliverMessage } from './deliver-message.ts';
import { AnnouncementSender, type BulkDeps } from './send-announcements.ts';

export interface SendingDeps extends DeliveryDeps {
  readonly metrics: Metrics;
  /** null = as fast as Zalo answers, for measuring. */
  readonly pace: Pace | null;
  readonly onError: (error: unknown) => void;
  /** Announcements, and what they may take of the pace; null = this process sends none. */
  readonly bulk: (BulkDeps & { readonly pace: Pace | null }) | null;
}

/** Longer than a send, a look into the conversation and a token renewal may take together. */
const LEASE_MS = 60_000;
/** Requests under way at once for one account: at Zalo's usual 200 ms an answer this is 80 messages a second. */
const MOST_UNDER_WAY = 16;

/** Among hundreds of announcements a second, asking for replies after each would be most of the work. */
const LOOKS_EVERY_MS = 15;
/** Requests that announcements leave to replies, which may come in the next moment. */
const KEPT_FOR_REPLIES = 2;

/** Messages of one account under way in this process. Replies always go first; announcements take what they leave. */
export class AccountSender {
  private underWay = 0;
  private readonly bulk: AnnouncementSender | null;

  constructor(
    private readonly deps: SendingDeps,
    private readonly oaId: string,
    /** Called whenever a message is settled: another one of the same person may be due now. */
    private readonly onSettled: () => void,
  ) {
    this.bulk = deps.bulk && new AnnouncementSender(deps.bulk, oaId, () => this.tellSettled(false));
  }

  /** There are new replies: the next start looks for them at once. */
  expectReplies(): void {
    this.looksAgainAt = 0;
  }

  /** Starts what may be sent now; true when something was started. Does not wait for the answers. */
  async start(): Promise<boolean> {
    const { clock, accounts, pace } = this.deps;
    const now = clock.now().getTime();
    const account = await accounts.read(this.oaId);
    if (account?.pausedUntil && account.pausedUntil > now) return false;
    const room = MOST_UNDER_WAY - this.underWay;
    const may = pace ? pace.take(this.oaId, clock.ticks(), room) : room;
    if (may <= 0) return false;
    const replies = await this.sendReplies(now, may);
    const left = may - replies;
    const announced = left > 0 ? await this.announce(left) : 0;
    pace?.giveBack(this.oaId, left - announced);
    return replies + announced > 0;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.underWay > 0 || this.bulk?.isIdle === false)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private readonly waiting: (() => void)[] = [];
  /** Ticks. */
  private looksAgainAt = 0;

  private async sendReplies(now: number, most: number): Promise<number> {
    const { clock, outbox } = this.deps;
    if (clock.ticks() < this.looksAgainAt) return 0;
    this.looksAgainAt = clock.ticks() + LOOKS_EVERY_MS;
    const claims = await outbox.claim(this.oaId, now, LEASE_MS, most);
    for (const claim of claims) this.send(claim);
    if (claims.length > 0) this.looksAgainAt = 0;
    return claims.length;
  }

  /** At most `left` where there is a pace: what replies have not used. */
  private async announce(left: number): Promise<number> {
    const { bulk } = this;
    if (bulk === null || this.deps.bulk === null) return 0;
    const { pace } = this.deps.bulk;
    if (pace === null) return bulk.start(bulk.room);
    const may = pace.take(this.oaId, this.deps.clock.ticks(), Math.max(0, left - KEPT_FOR_REPLIES));
    const started = await bulk.start(may);
    pace.giveBack(this.oaId, may - started);
    return started;
  }

  private send(claim: ClaimedMessage): void {
    this.underWay += 1;
    const started = this.deps.clock.ticks();
    deliverMessage(this.deps, claim)
      .then((verdict) => {
        this.deps.metrics.count('zalo_sends_total', { verdict });
        this.deps.metrics.observe('zalo_send_duration_seconds', this.deps.clock.ticks() - started);
        if (verdict === 'sent') {
          const age = this.deps.clock.now().getTime() - claim.message.createdAt;
          this.deps.metrics.observe('outbox_wait_seconds', age);
        }
      })
      .catch((error: unknown) => this.deps.onError(error))
      .finally(() => {
        this.underWay -= 1;
        this.tellSettled(true);
      });
  }

  private tellSettled(isReply: boolean): void {
    if (isReply) this.looksAgainAt = 0;
    for (const resolve of this.waiting.splice(0)) resolve();
    if (isReply || this.bulk === null || this.bulk.room > 0) this.onSettled();
  }
}
