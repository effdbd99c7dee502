import { type ApprovalSetting, NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAttachments } from '../adapters/state/repos/attachments.ts';
import { stateAudience } from '../adapters/state/repos/audience.ts';
import { stateBroadcasts } from '../adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../adapters/state/repos/deliveries.ts';
import { stateNoticeWishes } from '../adapters/state/repos/notice-wishes.ts';
import { statePeople } from '../adapters/state/repos/people.ts';
import { stateRights } from '../adapters/state/repos/rights.ts';
import { miniAppNoticesClient } from '../adapters/zalo/mini-app-notices-client.ts';
import { announcementLink } from '../announcements/announcement-link.ts';
import { groupsOf } from '../api/groups.ts';
import type { AnnounceDeps, AnnouncingWard } from '../flows/announce/deps.ts';
import { AnnouncementWords } from '../flows/announcement-words.ts';
import type { AttachmentCard } from '../flows/around-announcement.ts';
import type { WardChannels } from '../flows/prepare-announcement.ts';
import { Pace } from '../outbox/pace.ts';
import type { Attachments } from '../ports/attachments.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { MiniAppNotices } from '../ports/mini-app-notices.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';
import { miniAppLink } from './mini-app-link.ts';

/** A demonstration shows that announcements of leaders can wait for an official. */
const DEMO_APPROVAL: ApprovalSetting = { ...NO_APPROVAL, ofLeaders: true };

/**
 * What writing, planning and sending announcements need of the state and the configuration: the same for the app's
 * interface, the chat and the worker. All of it runs by real time, also under a frozen clock: the worker does.
 */
export function composeAnnouncing(config: Config, service: Service, metrics: Metrics) {
  const { demo, zalo, chat } = config;
  const { state, index, holidays, scamSigns, announcementTemplates: templates } = service;
  const attachments = stateAttachments(state, randomIds, { demo });
  const accounts = zalo.accounts.filter(({ oaId }) => oaId !== null);
  const zaloChannels = (ward: string) => index.current().ward(ward)?.profile.zaloChannels;
  const template = (ward: string) => zaloChannels(ward)?.template ?? null;
  const miniApp = miniAppNotices(zalo);
  const channels = (ward: string): WardChannels => {
    const oaIds = accounts.flatMap((account) => (account.ward === ward && account.oaId !== null ? [account.oaId] : []));
    const speaks = accounts.find((one) => one.ward === ward) ?? accounts.find((one) => one.ward === null);
    const oaId = speaks?.oaId ?? null;
    const chats = oaId === null ? [] : Object.entries(zaloChannels(ward)?.groupChats ?? {});
    return {
      ...{ oa: oaId !== null, mini_app: miniApp !== null, zbs: oaId !== null && template(ward) !== null, oaIds },
      groupChats: chats.map(([group, chatId]) => ({ group, chatId, oaId: oaId ?? '' })),
    };
  };
  const broadcasts = stateBroadcasts(state, randomIds, { demo });
  const wardName = (ward: string) => index.current().ward(ward)?.profile.name ?? null;
  const ward = (key: string): AnnouncingWard | null => {
    const profile = index.current().ward(key)?.profile;
    if (profile === undefined) return null;
    const groups = groupsOf({ index: index.current(), demo }, key);
    return { name: profile.name, groups, approval: profile.approval ?? (demo ? DEMO_APPROVAL : NO_APPROVAL) };
  };
  const announce: AnnounceDeps = {
    ...{ broadcasts, channels, template, ward, scamSigns, templates, metrics },
    ...{ deliveries: stateDeliveries(state, randomIds), audience: stateAudience(state), clock: systemClock },
    ...{ wishes: stateNoticeWishes(state), people: statePeople(state, systemClock) },
    isHoliday: (day) => holidays.on(day) !== null,
    perSecond: bulkPerSecond(chat.sendPerSecond),
    attachment: (id, ward) => attachmentCard(attachments, id, ward),
    announcementLink: (one) => announcementLink(miniAppLink(config), one),
    wardName,
  };
  const rights = stateRights(state, systemClock, randomIds);
  const words = new AnnouncementWords(announce);
  return { ...announce, metrics, attachments, rights, miniApp, words };
}

/** null without everything that Zalo asks for. */
function miniAppNotices(zalo: Config['zalo']): MiniAppNotices | null {
  const { miniAppId, miniAppApiKey: apiKey, noticeTemplate: templateId, miniOpenapiUrl } = zalo;
  if (miniAppId === null || apiKey === null || templateId === null) return null;
  return miniAppNoticesClient({ miniOpenapiUrl, miniAppId, apiKey, templateId, fetch });
}

/** One of another ward is none. */
async function attachmentCard(attachments: Attachments, id: string, ward: string): Promise<AttachmentCard | null> {
  const found = await attachments.about(id);
  if (found === null || found.ward !== ward) return null;
  return { id, name: found.name, kind: found.type === 'application/pdf' ? 'pdf' : 'image' };
}

/** Announcements a second; null = as fast as Zalo answers. */
function bulkPerSecond(sendPerSecond: number | null): number | null {
  return sendPerSecond === null ? null : new Pace(sendPerSecond, 1).forBulk().wanted;
}
