import type { Limits } from '../ports/zalo-oa.ts';

const MINUTE_MS = 60_000;
/** Leaves room for what else uses the account: staff tools, the read-back of uncertain messages. */
const SHARE = 0.8;
/** Of what may be sent at all, announcements take no more: a reply always finds room. */
const BULK_SHARE = 0.8;

interface Bucket {
  tokens: number;
  filledAt: number;
  perSecond: number;
  /** Nothing is left for this minute. */
  restsUntil: number;
}

/**
 * Spaces the requests of each account: `perSecond` on average, `burst` at once. What Zalo says of its own limit lowers it.
 * One process paces itself; two workers together send at most twice as much. Times in milliseconds of one monotonic clock.
 */
export class Pace {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    /** Of what Zalo allows; announcements have their own pace with a smaller one. */
    private readonly share: number = SHARE,
  ) {}

  /** The pace of announcements beside this one. */
  forBulk(): Pace {
    return new Pace(this.perSecond * BULK_SHARE, this.burst, this.share * BULK_SHARE);
  }

  /** On average, where Zalo allows it. */
  get wanted(): number {
    return this.perSecond;
  }

  /** How many requests may go now, at most `most`; they count as gone. */
  take(oaId: string, now: number, most: number): number {
    const bucket = this.filled(oaId, now);
    if (now < bucket.restsUntil) return 0;
    const taken = Math.max(0, Math.min(most, Math.floor(bucket.tokens)));
    bucket.tokens -= taken;
    return taken;
  }

  /** Takes back what was taken and not used. */
  giveBack(oaId: string, count: number): void {
    const bucket = this.buckets.get(oaId);
    if (bucket) bucket.tokens = Math.min(this.burst, bucket.tokens + count);
  }

  /** What Zalo says: so many requests a minute for the account, and so many left in this one. */
  learn(oaId: string, { perMinute, remaining }: Limits, now: number): void {
    const bucket = this.filled(oaId, now);
    if (perMinute !== null && perMinute > 0) {
      bucket.perSecond = Math.min(this.perSecond, (perMinute * this.share * 1000) / MINUTE_MS);
    }
    if (remaining === 0) bucket.restsUntil = now + MINUTE_MS;
  }

  private filled(oaId: string, now: number): Bucket {
    const bucket = this.buckets.get(oaId) ?? {
      tokens: this.burst,
      filledAt: now,
      perSecond: this.perSecond,
      restsUntil: 0,
    };
    this.buckets.set(oaId, bucket);
    const gained = ((now - bucket.filledAt) / 1000) * bucket.perSecond;
    bucket.tokens = Math.min(this.burst, bucket.tokens + Math.max(0, gained));
    bucket.filledAt = now;
    return bucket;
  }
}
