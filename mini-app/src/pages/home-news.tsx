import type { AnnouncementReply } from '@phuong-so/shared/contracts/announcements';
import { Megaphone } from 'lucide-react';
import { type ComingDate, NextDate } from '../features/home/next-date.tsx';
import { LinkRow } from '../ui/row.tsx';
import { printedDay } from '../ui/vietnam-time.ts';
import { pageAddress, passageAddress } from './addresses.ts';
import { ClassSoon } from './class-soon.tsx';
import { OfficeGate } from './office-gate.tsx';
import type { Services } from './services.ts';

interface HomeNewsProps {
  readonly services: Services;
  readonly ward: string;
  readonly newest: AnnouncementReply | undefined;
  readonly next: ComingDate | undefined;
}

/** What the first page tells of the ward's days; nothing where there is nothing. */
export function HomeNews({ services, ward, newest, next }: HomeNewsProps) {
  return (
    <>
      <OfficeGate services={services} ward={ward} />
      {newest && (
        <ul className="rows home-news" aria-label="Thông báo mới nhất">
          <LinkRow
            to={pageAddress('announcement', { ward, id: newest.id })}
            icon={<Megaphone aria-hidden="true" size={24} />}
            title={newest.title}
            lines={[`Thông báo ngày ${printedDay(newest.published_at)}`, newest.sender]}
          />
        </ul>
      )}
      <ClassSoon services={services} ward={ward} />
      {next && <NextDate date={next} source={sourceOf(ward, next)} />}
    </>
  );
}

function sourceOf(ward: string, { document_id: documentId, section_id: sectionId, quote }: ComingDate): string | null {
  return sectionId === null ? null : passageAddress({ ward, documentId, sectionId, quote });
}
