import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import { forwardText } from '../../announcements/message-text.ts';
import type { PosterParts } from '../../announcements/poster-sheet.ts';
import { loudspeakerScript } from '../../announcements/speaking/loudspeaker-script.ts';
import type { SpokenWords } from '../../announcements/speaking/spoken-words.ts';
import { toldOf } from '../../announcements/told.ts';
import type { TotalsParts } from '../../announcements/totals-workbook.ts';
import { aroundAnnouncement } from '../around-announcement.ts';
import type { AnnounceDeps } from './deps.ts';
import { readProgress } from './progress.ts';

/** What is told to everybody at once, of a draft as well: whoever hears it may have heard an earlier wording. */
async function toldToAll(deps: AnnounceDeps, broadcast: Broadcast) {
  const around = await aroundAnnouncement(deps, broadcast, broadcast.revision > 0);
  return { ...toldOf(broadcast, broadcast, around), groups: groupNames(deps, broadcast), demo: broadcast.demo };
}

function groupNames(deps: AnnounceDeps, { ward, groups }: Broadcast): string[] {
  const known = deps.ward(ward)?.groups ?? [];
  return groups.map((group) => known.find(({ id }) => id === group)?.name ?? group);
}

/** The text to forward, and the script to be read aloud. */
export async function handoutOf(deps: AnnounceDeps, broadcast: Broadcast, words: SpokenWords) {
  const told = await toldToAll(deps, broadcast);
  return {
    forwardText: forwardText(told, broadcast.demo),
    script: loudspeakerScript({ ...told, asks: broadcast.asks }, words),
  };
}

export async function posterParts(deps: AnnounceDeps, broadcast: Broadcast): Promise<PosterParts> {
  const { kind, createdAt } = broadcast;
  return { ...(await toldToAll(deps, broadcast)), kind, writtenAt: createdAt };
}

/** null where the broadcast is gone. */
export async function totalsParts(deps: AnnounceDeps, id: string): Promise<TotalsParts | null> {
  const [progress, unreached] = await Promise.all([readProgress(deps, id), deps.deliveries.unreached(id)]);
  if (progress === null) return null;
  const { broadcast, ...figures } = progress;
  const { title, code, sender, demo, ward } = broadcast;
  const known = deps.ward(ward)?.groups ?? [];
  return {
    ...{ ...figures, title, code, sender, demo, unreached, ward: deps.wardName(ward) },
    groups: groupNames(deps, broadcast),
    at: deps.clock.now().getTime(),
    groupName: (group) => known.find((one) => one.id === group)?.name ?? group ?? 'Chưa rõ tổ dân phố',
  };
}
