import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { SimpleMarkdown } from '../../ui/simple-markdown.tsx';
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
  readonly addressOf: (id: string) => string;
}

/** One procedure, in the order in which people need it. */
export function ServiceView(props: ServiceViewProps) {
  const { service, tickedPapers, onTick, onReset, onCopy } = props;
  return (
    <article className="service">
      <div className="card">
        <p className="service__field">{service.field}</p>
        <h2 className="service__title">{service.title}</h2>
        <p>{service.summary}</p>
      </div>
      {service.caution !== null && <Notice tone="warning">{service.caution}</Notice>}
      <Card heading="Ai làm được">
        <Fact>{service.who}</Fact>
      </Card>
      <Card heading="Giấy tờ cần có">
        {service.papers.length === 0 ? (
          <Unverified />
        ) : (
          <PaperChecklist papers={service.papers} ticked={tickedPapers} onTick={onTick} onReset={onReset} />
        )}
      </Card>
      <Card heading="Các bước">
        <StepTabs service={service} onCopy={onCopy} />
      </Card>
      <Particulars service={service} />
      <Mistakes mistakes={service.mistakes} />
      <Related {...props} />
      <ServiceSources service={service} onCopy={onCopy} />
      <CopyButton text={serviceText(service)} label="Chép để gửi người khác" onCopy={onCopy} />
    </article>
  );
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
