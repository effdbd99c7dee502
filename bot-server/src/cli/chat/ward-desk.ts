import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { isSendingTime } from '@phuong-so/shared/domain/sending-hours';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { randomIds } from '../../adapters/ids/random-ids.ts';
import { stateLinkCodes } from '../../adapters/state/repos/link-codes.ts';
import { composeMetrics, composeService } from '../../app/compose.ts';
import { composeAnnouncing } from '../../app/compose-announcing.ts';
import { composeWork } from '../../app/compose-work.ts';
import type { Config } from '../../app/config.ts';
import { createLog } from '../../app/log.ts';
import { type Draft, writeDraft } from '../../flows/announce/draft.ts';
import { sendBroadcast } from '../../flows/announce/steps.ts';
import { itemFromPlan, tasksOf } from '../../work/from-plan.ts';
import { CliError } from '../cli-error.ts';
import type { Role } from './part.ts';

/** Made up, as everything here is. */
const OFFICE = { subject: 'mo-phong:can-bo', role: 'official', unit: null, group: null, demo: false } as const;
const REASON = 'Mô phỏng: tin khẩn để xem thử trong cửa sổ lệnh.';

/**
 * The ward behind a simulated chat, over the same state as the server: makes the person somebody who may announce, and
 * announces something itself. Opened when it is needed. Times are real: what is no emergency waits for the morning.
 */
export class WardDesk {
  private opened: ReturnType<typeof open> | null = null;

  constructor(
    private readonly config: Config,
    private readonly ward: string,
  ) {}

  /** The person has joined the chat to the Mini App and holds this right; with a unit, the plan's tasks are confirmed. */
  async appoint(key: ThreadKey, role: Role, unit: string | null): Promise<void> {
    const { announcing, service } = await this.open();
    const { ward } = this;
    const group = announcing.ward(ward)?.groups[0]?.id ?? null;
    const subject = `mo-phong:${key.userId}`;
    await announcing.people.choose(subject, { ward, group });
    await announcing.rights.give(subject, { role, ward, unit, group: role === 'leader' ? group : null }, 'cli');
    if (unit !== null) await this.confirmWork();
    const codes = stateLinkCodes(service.state, systemClock, randomIds);
    await codes.redeem(subject, (await codes.forChat(key)).code);
  }

  /** Every task of the ward's plans, as it stands there. */
  private async confirmWork(): Promise<void> {
    const { service } = await this.open();
    const { work, ward } = composeWork({ demo: true }, service);
    const facts = ward(this.ward)?.facts;
    const items = facts === undefined ? [] : tasksOf(facts).map((fact) => itemFromPlan(this.ward, fact, false));
    await work.confirm(items, { subject: OFFICE.subject, office: 'mô phỏng', at: systemClock.now().getTime() });
  }

  /** An emergency to everybody, who are to say that they have read it. */
  async announce(body: string): Promise<void> {
    const { announcing } = await this.open();
    const { ward } = this;
    const actor = { ...OFFICE, ward };
    // Read again when it goes out.
    await announcing.rights.give(actor.subject, actor, 'cli');
    const written = await writeDraft(announcing, actor, { ...URGENT, ward, body }, null);
    done(await sendBroadcast(announcing, actor, done(written).id, { key: null, version: null }));
  }

  /** Whether something is on its way that arrives by itself now. */
  async isSending(): Promise<boolean> {
    if (this.opened === null) return false;
    const { announcing } = await this.opened;
    const now = systemClock.now().getTime();
    const request = { ward: this.ward, group: null, state: null, limit: 20, after: null };
    const { broadcasts } = await announcing.broadcasts.list(request);
    return broadcasts.some(({ state, sendAt, emergencyReason }) => {
      if (state === 'scheduled') return (sendAt ?? now) <= now;
      return state === 'sending' && (emergencyReason !== null || isSendingTime(now, announcing.isHoliday));
    });
  }

  async close(): Promise<void> {
    await (await this.opened)?.service.close();
  }

  private open() {
    this.opened ??= open(this.config);
    return this.opened;
  }
}

const URGENT: Omit<Draft, 'ward' | 'body'> = {
  ...{ groups: [], kind: 'urgent', title: 'Tin khẩn (mẫu)', event: null, asks: 'confirm_read', sendAt: null },
  ...{ repeat: 'none', emergencyReason: REASON, attachment: null },
};

async function open(config: Config) {
  const service = await composeService(config, createLog('silent'));
  return { service, announcing: composeAnnouncing(config, service, composeMetrics()) };
}

function done(outcome: Awaited<ReturnType<typeof writeDraft>>) {
  if (outcome.kind === 'refused') throw new CliError(`Thông báo không gửi được: ${outcome.reason}.`);
  return outcome.broadcast;
}
