import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import type { ComponentProps, ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { ShareButtons } from '../../ui/share-buttons.tsx';
import { SimpleMarkdown } from '../../ui/simple-markdown.tsx';
import { type Commitment, Commitments } from './commitments.tsx';
import { LookAlikes } from './look-alikes.tsx';
import { OneVisit, type WardContact } from './one-visit.tsx';
import { PaperChecklist } from './paper-checklist.tsx';
import { PlainList, ServiceSources } from './service-sources.tsx';
import { serviceText } from './service-text.ts';
import { StepTabs } from './step-tabs.tsx';
import { Unverified } from './unverified.tsx';

interface ServiceViewProps {
  readonly service: ServiceReply;
  readonly tickedPapers: readonly string[];
  readonly onTick: (paper: string, ready: boolean) => void;
  readonly onReset: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: ComponentProps<typeof ShareButtons>['onShare'];
  readonly addressOf: (id: string) => string;
  /** null = the server has not told anything of the ward. */
  readonly contact: WardContact | null;
  readonly onCall: (phoneNumber: string) => void;
  readonly planAddress: (commitment: Commitment) => string | null;
}

/** One procedure, in the order in which people need it. */
export function ServiceView(props: ServiceViewProps) {
  const { service, onCopy, onShare, addressOf, contact, onCall } = props;
  return (
    <article className="service">
      <div className="card">
        <p className="service__field">{service.field}</p>
        <h2 className="service__title">{service.title}</h2>
        <p>{service.summary}</p>
      </div>
      <LookAlikes lookAlikes={service.look_alikes} addressOf={addressOf} />
      {service.caution !== null && <Notice tone="warning">{service.caution}</Notice>}
      <OneVisit contact={contact} onCall={onCall}>
        <Papers {...props} />
      </OneVisit>
      <Card heading="Các bước">
        <StepTabs service={service} onCopy={onCopy} />
      </Card>
      <Card heading="Ai làm được">
        <Fact>{service.who}</Fact>
      </Card>
      <Particulars service={service} />
      <Mistakes mistakes={service.mistakes} />
      <Related {...props} />
      <Commitments commitments={service.commitments} planAddress={props.planAddress} />
      <ServiceSources service={service} onCopy={onCopy} />
      <ShareButtons text={serviceText(service)} onCopy={onCopy} onShare={onShare} />
    </article>
  );
}

function Papers({ service: { papers }, tickedPapers, onTick, onReset }: ServiceViewProps) {
  if (papers.length === 0) return <Unverified />;
  const listed = papers.map(({ name, original, note }) => ({
    ...{ key: name, name, original, notes: note === null ? [] : [note] },
    ready: tickedPapers.includes(name),
  }));
  return <PaperChecklist papers={listed} onTick={onTick} onReset={onReset} />;
}

function Fact({ children }: { readonly children: string | null }): ReactNode {
  return children === null ? <Unverified /> : <SimpleMarkdown text={children} />;
}

function Particulars({ service: { where, time, fee, result } }: Pick<ServiceViewProps, 'service'>) {
  return (
    <Card heading="Nơi làm, thời gian, lệ phí">
      <h3>Nộp ở đâu</h3>
      <Fact>{where}</Fact>
      <h3>Bao lâu có kết quả</h3>
      <Fact>{time}</Fact>
      <h3>Lệ phí</h3>
      <Fact>{fee}</Fact>
      <h3>Nhận được gì</h3>
      <Fact>{result}</Fact>
    </Card>
  );
}

function Mistakes({ mistakes }: { readonly mistakes: readonly string[] }) {
  if (mistakes.length === 0) return null;
  return (
    <Card heading="Chỗ hay nhầm">
      <PlainList lines={mistakes} />
    </Card>
  );
}

function Related({ service: { related }, addressOf }: ServiceViewProps) {
  if (related.length === 0) return null;
  return (
    <section className="service-field" aria-label="Thủ tục liên quan">
      <h2>Thủ tục liên quan</h2>
      <ul className="rows">
        {related.map(({ id, title }) => (
          <LinkRow key={id} to={addressOf(id)} title={title} />
        ))}
      </ul>
    </section>
  );
}
