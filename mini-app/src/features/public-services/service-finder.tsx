import { FileText, MessageCircleQuestion } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ServiceCard } from '../../api/phuong-so-api.ts';
import { ButtonRow, LinkRow } from '../../ui/row.tsx';
import { useVisitState } from '../../ui/use-visit-state.ts';
import { findServices } from './find-services.ts';
import { byField, bySituation } from './group-services.ts';
import { SituationEntries } from './situation-entries.tsx';

interface ServiceFinderProps {
  readonly services: readonly ServiceCard[];
  /** What the search begins with. */
  readonly sought: string;
  readonly addressOf: (id: string) => string;
  readonly situationAddress: (situation: string) => string;
  /** Asks the assistant in the chat. */
  readonly onAsk: (question: string) => void;
}

/** Three ways to a procedure: in one's own words, from what happened in life, by field. */
export function ServiceFinder(props: ServiceFinderProps) {
  const { services, addressOf } = props;
  const [sought, setSought] = useVisitState('sought', props.sought);
  const id = useId();
  const isSearching = sought.trim() !== '';
  const found = isSearching ? findServices(services, sought) : [];
  return (
    <>
      <div className="field service-search">
        <label htmlFor={id}>Bác cần làm giấy tờ gì?</label>
        <input
          id={id}
          type="search"
          value={sought}
          placeholder="Ví dụ: khai sinh, sao y"
          autoComplete="off"
          onChange={({ target }) => setSought(target.value)}
        />
        <p role="status" className="service-search__count">
          {isSearching && countWords(found.length)}
        </p>
      </div>
      {isSearching ? (
        <ul className="rows">
          {found.map((service) => (
            <ServiceRow key={service.id} service={service} to={addressOf(service.id)} />
          ))}
          <ButtonRow
            onPress={() => props.onAsk(sought.trim())}
            icon={<MessageCircleQuestion aria-hidden="true" size={24} />}
            title="Hỏi trợ lý câu này"
            lines={['Khi chưa thấy đúng việc cần làm']}
          />
        </ul>
      ) : (
        <>
          <SituationEntries situations={bySituation(services)} addressOf={props.situationAddress} />
          <Fields services={services} addressOf={addressOf} />
        </>
      )}
    </>
  );
}

function Fields({ services, addressOf }: Pick<ServiceFinderProps, 'services' | 'addressOf'>) {
  return (
    <section aria-label="Theo lĩnh vực">
      <h2 className="service-heading">Theo lĩnh vực</h2>
      {byField(services).map(({ field, services: ofField }) => (
        <FieldGroup key={field} field={field} count={ofField.length}>
          <ul className="rows">
            {ofField.map((service) => (
              <ServiceRow key={service.id} service={service} to={addressOf(service.id)} />
            ))}
          </ul>
        </FieldGroup>
      ))}
    </section>
  );
}

interface FieldGroupProps {
  readonly field: string;
  readonly count: number;
  readonly children: ReactNode;
}

/** One field; what was opened is still open after one step back. */
function FieldGroup({ field, count, children }: FieldGroupProps) {
  const [open, setOpen] = useVisitState(`field ${field}`);
  const id = useId();
  return (
    <section className="service-field" aria-labelledby={`${id}-name`}>
      <h3>
        <button
          type="button"
          className="headed-group__button"
          aria-expanded={open !== ''}
          aria-controls={id}
          onClick={() => setOpen(open === '' ? 'open' : '')}
        >
          <span id={`${id}-name`} className="headed-group__title">
            {field}
          </span>
          <span className="service-field__count">{count} thủ tục</span>
        </button>
      </h3>
      <div id={id} hidden={open === ''}>
        {children}
      </div>
    </section>
  );
}

function ServiceRow({ service: { title, summary }, to }: { readonly service: ServiceCard; readonly to: string }) {
  return <LinkRow to={to} icon={<FileText aria-hidden="true" size={24} />} title={title} lines={[summary]} />;
}

function countWords(count: number): string {
  if (count > 0) return `Tìm thấy ${count} thủ tục.`;
  return 'Chưa có thủ tục này. Xin thử từ khác ngắn hơn, hoặc hỏi Trung tâm Phục vụ hành chính công của phường.';
}
