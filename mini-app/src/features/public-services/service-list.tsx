import { FileText } from 'lucide-react';
import { useId } from 'react';
import type { ServiceCard } from '../../api/phuong-so-api.ts';
import { LinkRow } from '../../ui/row.tsx';
import { useVisitState } from '../../ui/use-visit-state.ts';
import { byField, findServices } from './find-services.ts';

const ALL = '';

interface ServiceListProps {
  readonly services: readonly ServiceCard[];
  /** What the search begins with. */
  readonly sought: string;
  readonly addressOf: (id: string) => string;
}

/** All procedures by field, and a search that does not mind missing tone marks. */
export function ServiceList({ services, sought: first, addressOf }: ServiceListProps) {
  const [sought, setSought] = useVisitState('sought', first);
  const [chosenField, setField] = useVisitState('field', ALL);
  const id = useId();
  const fields = byField(services);
  const found = findServices(services, sought).filter(({ field }) => chosenField === ALL || field === chosenField);
  return (
    <>
      <div className="field service-search">
        <label htmlFor={id}>Tìm thủ tục</label>
        <input
          id={id}
          type="search"
          value={sought}
          placeholder="Ví dụ: khai sinh, sao y"
          onChange={({ target }) => {
            setSought(target.value);
            // Typing searches all fields: a chosen one must not hide what is found.
            setField(ALL);
          }}
        />
        {fields.length > 1 && (
          <>
            <label htmlFor={`${id}-field`}>Lĩnh vực</label>
            <select id={`${id}-field`} value={chosenField} onChange={({ target }) => setField(target.value)}>
              <option value={ALL}>Tất cả ({services.length})</option>
              {fields.map(({ field, services: ofField }) => (
                <option key={field} value={field}>
                  {field} ({ofField.length})
                </option>
              ))}
            </select>
          </>
        )}
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
