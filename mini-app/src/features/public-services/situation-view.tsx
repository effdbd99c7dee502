import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { type ComponentProps, useId } from 'react';
import { Link } from 'react-router-dom';
import { ShareButtons } from '../../ui/share-buttons.tsx';
import type { TickedPapers } from './checklist-store.ts';
import { type NeededPaper, neededPapers } from './needed-papers.ts';
import { OneVisit, type WardContact } from './one-visit.tsx';
import { type ListedPaper, PaperChecklist } from './paper-checklist.tsx';
import { situationText } from './situation-text.ts';
import { UNVERIFIED } from './unverified.tsx';

interface SituationViewProps {
  /** In the order in which they are done. */
  readonly services: readonly ServiceReply[];
  /** Ids of those that the person wants to do. */
  readonly wanted: readonly string[];
  readonly ticked: TickedPapers;
  readonly contact: WardContact | null;
  readonly addressOf: (id: string) => string;
  readonly onWant: (id: string, wanted: boolean) => void;
  readonly onTick: (service: string, paper: string, ready: boolean) => void;
  readonly onCall: (phoneNumber: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: ComponentProps<typeof ShareButtons>['onShare'];
}

/** What has happened, which procedures it brings, and one list of papers for those that the person chooses. */
export function SituationView(props: SituationViewProps) {
  const { services, wanted, onWant, addressOf, contact, onCall } = props;
  const chosen = services.filter(({ id }) => wanted.includes(id));
  return (
    <>
      <section className="card" aria-label="Việc cần làm">
        <h2 className="card__heading">1. Chọn việc cần làm</h2>
        <p className="situation__help">Đánh dấu việc bác cần. Chưa rõ thì bấm “Xem cách làm”.</p>
        <ul className="wanted">
          {services.map((service) => (
            <WantedService
              key={service.id}
              service={service}
              among={services}
              wanted={wanted.includes(service.id)}
              to={addressOf(service.id)}
              onWant={onWant}
            />
          ))}
        </ul>
      </section>
      <h2 className="service-heading">2. Giấy tờ cần mang</h2>
      {chosen.length === 0 ? (
        <p className="card" role="status">
          Xin đánh dấu ít nhất một việc ở trên. Giấy tờ của các việc đã chọn sẽ hiện ở đây, giấy dùng chung chỉ ghi một
          lần.
        </p>
      ) : (
        <>
          <OneVisit contact={contact} onCall={onCall}>
            <SharedChecklist {...props} chosen={chosen} />
          </OneVisit>
          <ShareButtons text={situationText(chosen)} onCopy={props.onCopy} onShare={props.onShare} />
        </>
      )}
    </>
  );
}

interface WantedServiceProps extends Pick<SituationViewProps, 'onWant'> {
  readonly service: ServiceReply;
  /** All procedures of the situation. */
  readonly among: readonly ServiceReply[];
  readonly wanted: boolean;
  readonly to: string;
}

function WantedService({ service, among, wanted, to, onWant }: WantedServiceProps) {
  const id = useId();
  const alike = service.look_alikes.filter((one) => among.some((other) => other.id === one.id));
  return (
    <li className="wanted__service">
      <label className="checklist__row">
        <input
          type="checkbox"
          checked={wanted}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-summary`}
          onChange={({ target }) => onWant(service.id, target.checked)}
        />
        <span>
          <span id={`${id}-title`} className="checklist__name">
            {service.title}
          </span>
          <span id={`${id}-summary`}>
            <span className="checklist__note">{service.summary}</span>
            {alike.map(({ id: other, title, difference }) => (
              <span key={other} className="wanted__alike">
                Khác với “{title}”: {difference}
              </span>
            ))}
          </span>
        </span>
      </label>
      <Link className="text-button wanted__open" to={to} aria-label={`Xem ${service.title}`}>
        Xem cách làm
      </Link>
    </li>
  );
}

function SharedChecklist({
  chosen,
  ticked,
  onTick,
}: SituationViewProps & { readonly chosen: readonly ServiceReply[] }) {
  const needed = neededPapers(chosen);
  const unverified = chosen.filter(({ papers }) => papers.length === 0);
  const tick = ({ uses }: NeededPaper, ready: boolean) => {
    for (const { service, paper } of uses) onTick(service, paper, ready);
  };
  const listed = needed.map((paper) => toListed(paper, ticked, chosen.length > 1));
  return (
    <>
      {needed.length > 0 && (
        <PaperChecklist
          papers={listed}
          onTick={(key, ready) => {
            const paper = needed.find((one) => keyOf(one) === key);
            if (paper !== undefined) tick(paper, ready);
          }}
          onReset={() => {
            for (const paper of needed) tick(paper, false);
          }}
        />
      )}
      {unverified.map(({ id, title }) => (
        <p key={id} className="unverified">
          <span>
            <strong>{title}</strong>: {UNVERIFIED}
          </span>
        </p>
      ))}
    </>
  );
}

function toListed(paper: NeededPaper, ticked: TickedPapers, tellsUses: boolean): ListedPaper {
  const { name, original, notes, uses } = paper;
  const isReady = ({ service, paper: own }: NeededPaper['uses'][number]) => ticked[service]?.includes(own) ?? false;
  return {
    ...{ key: keyOf(paper), name, original, ready: uses.every(isReady) },
    notes: [...notes, ...(tellsUses ? [`Dùng cho: ${uses.map(({ title }) => title).join('; ')}.`] : [])],
  };
}

function keyOf({ uses }: NeededPaper): string {
  return uses.map(({ service, paper }) => `${service} ${paper}`).join('|');
}
