import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { useState } from 'react';
import { AddressList } from '../../ui/address-list.tsx';
import { addressesIn } from '../../ui/addresses-in.ts';
import { SimpleMarkdown } from '../../ui/simple-markdown.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Unverified } from './unverified.tsx';

const TABS = [
  { key: 'online', title: 'Làm trên mạng' },
  { key: 'counter', title: 'Làm tại quầy' },
] as const;

interface StepTabsProps {
  readonly service: ServiceReply;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The two ways to do it. */
export function StepTabs({ service: { steps_online, steps_counter }, onCopy }: StepTabsProps) {
  const isOnlyCounter = steps_online.length === 0 && steps_counter.length > 0;
  const [chosen, setChosen] = useState<'online' | 'counter'>(isOnlyCounter ? 'counter' : 'online');
  const steps = chosen === 'online' ? steps_online : steps_counter;
  return (
    <Tabs label="Cách làm" tabs={TABS} chosen={chosen} onChoose={setChosen}>
      {steps.length === 0 ? <Unverified /> : <Steps steps={steps} />}
      <AddressList addresses={addressesIn(steps)} onCopy={onCopy} />
    </Tabs>
  );
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one procedure are fixed
        <li key={index} className="steps__step">
          <SimpleMarkdown text={step} />
        </li>
      ))}
    </ol>
  );
}
