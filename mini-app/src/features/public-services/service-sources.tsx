import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { AddressList } from '../../ui/address-list.tsx';
import { Card } from '../../ui/card.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

interface ServiceSourcesProps {
  readonly service: ServiceReply;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What it rests on, for those who want to check. */
export function ServiceSources({ service: { legal, sources, checked }, onCopy }: ServiceSourcesProps) {
  const addresses = [...new Set(sources.flatMap(({ url }) => (url === null ? [] : [url])))];
  return (
    <Card heading="Căn cứ và nguồn">
      {legal.length > 0 && (
        <>
          <h3>Căn cứ pháp lý</h3>
          <PlainList lines={legal} />
        </>
      )}
      <h3>Nguồn</h3>
      <PlainList lines={sources.map(({ name, checked: day }) => `${name}, xem ngày ${printedDay(day)}`)} />
      <p className="sources__checked">Thông tin được kiểm tra ngày {printedDay(checked)}.</p>
      <AddressList addresses={addresses} onCopy={onCopy} />
    </Card>
  );
}

export function PlainList({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
