import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { Around } from '../announcements/told.ts';

export interface AroundDeps {
  /** What the ward is called; null = nobody has said. */
  readonly wardName: (ward: string) => string | null;
  /** A picture or PDF that was uploaded in this ward; null = there is none with this id. */
  readonly attachment: (id: string, ward: string) => Promise<AttachmentCard | null>;
  /** The announcement's page in the Mini App; null = the service does not know its own address. */
  readonly announcementLink: (announcement: Pick<Broadcast, 'id' | 'ward'>) => string | null;
}

export interface AttachmentCard {
  readonly id: string;
  readonly name: string;
  readonly kind: 'image' | 'pdf';
}

/** What is told around the words of an announcement. `corrects`: it goes to somebody who has an earlier wording. */
export async function aroundAnnouncement(
  { wardName, attachment, announcementLink }: AroundDeps,
  broadcast: Pick<Broadcast, 'id' | 'ward' | 'attachment'>,
  corrects: boolean,
): Promise<Around> {
  const { ward } = broadcast;
  const card = broadcast.attachment === null ? null : await attachment(broadcast.attachment, ward);
  return {
    ...{ ward: wardName(ward), corrects },
    attachment: card?.kind ?? null,
    link: announcementLink(broadcast),
  };
}
