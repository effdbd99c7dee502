import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { printedDay } from '../../ui/vietnam-time.ts';
import { neededPapers } from './needed-papers.ts';
import { paperLine } from './service-text.ts';

/** For somebody who goes along: what is to be done, what to bring, and from when that is. */
export function situationText(services: readonly ServiceReply[]): string {
  const papers = neededPapers(services).map(({ name, original, notes }) =>
    paperLine({ name, original, note: notes.length === 0 ? null : notes.join(' ') }),
  );
  const checked = services.map((service) => service.checked).sort()[0] ?? '';
  return [
    `Việc cần làm:\n${services.map(({ title }) => `- ${title}`).join('\n')}`,
    `Giấy tờ cần mang:\n${papers.join('\n')}`,
    `Thông tin kiểm tra ngày ${printedDay(checked)}.`,
  ].join('\n\n');
}
