import type { NewAttachment } from '../../bot-server/src/ports/attachments.ts';
import { LEADER } from './broadcast-samples.ts';

export function newAttachment(change: Partial<NewAttachment> = {}): NewAttachment {
  return {
    ...{ ward: 'w', createdBy: LEADER.subject, name: 'Giấy mời.pdf', type: 'application/pdf' },
    ...{ bytes: new TextEncoder().encode('%PDF-1.7 không thật'), createdAt: 1_000, demo: false },
    ...change,
  };
}
