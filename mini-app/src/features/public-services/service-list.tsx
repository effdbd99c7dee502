import { FileText } from 'lucide-react';
import { useId, useState } from 'react';
import type { ServiceCard } from '../../api/phuong-so-api.ts';
import { LinkRow } from '../../ui/row.tsx';
import { byField, findServices } from './find-services.ts';

interface ServiceListProps {
  readonly services: readonly ServiceCard[];
  /** What the search begins with. */
  readonly sought: string;
  readonly addressOf: (id: string) => string;
}

/** All procedures by field, and a search that does not mind missing tone marks. */
export function ServiceList({ services, sought: first, addressOf }: ServiceListProps) {
  const [sought, setSought] = useState(first);
  const id = useId();
  const found = findServices(services, sought);
  return (
    <>
      <div className="field service-search">
        <label htmlFor={id}>Tìm thủ tục</label>
        <input
          id={id}
          type="search"
          value={sought}
          placeholder="Ví dụ: khai sinh, sao y"
          onChange={({ target }) => setSought(target.value)}
        />
        <p role="status" className="service-search__count">
          {sought.trim() !== '' && countWords(found.length)}
        </p>
      </div>
      {byField(found).map(({ field, services: ofField }) => (
        <section key={field} className="service-field" aria-label={field}>
          <h2>{field}</h2>
          <ul className="rows">
            {ofField.map(({ id: serviceId, title, summary }) => (
              <LinkRow
                key={serviceId}
                to={addressOf(serviceId)}
                icon={<FileText aria-hidden="true" size={24} />}
                title={title}
                lines={[summary]}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function countWords(count: number): string {
  if (count > 0) return `Tìm thấy ${count} thủ tục.`;
  return 'Chưa có thủ tục này. Xin thử từ khác ngắn hơn, hoặc hỏi Trung tâm Phục vụ hành chính công của phường.';
}
