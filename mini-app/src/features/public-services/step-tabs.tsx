import type { ServiceReply } from '@phuong-so/shared/contracts/library';
import { useRef, useState } from 'react';
import { AddressList } from '../../ui/address-list.tsx';
import { addressesIn } from '../../ui/addresses-in.ts';
import { SimpleMarkdown } from '../../ui/simple-markdown.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Unverified } from './unverified.tsx';

const TABS = [
  { key: 'online', title: 'Trên mạng' },
  { key: 'counter', title: 'Tại quầy' },
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
      {steps.length === 0 ? <Unverified /> : <Steps key={chosen} steps={steps} />}
      <AddressList addresses={addressesIn(steps)} onCopy={onCopy} />
    </Tabs>
  );
}

/** All steps as a list, or one at a time for doing them along. */
function Steps({ steps }: { readonly steps: readonly string[] }) {
  const [isSingle, setSingle] = useState(false);
  return (
    <>
      {isSingle ? (
        <OneStep steps={steps} />
      ) : (
        <ol className="steps">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one procedure are fixed
            <li key={index} className="steps__step">
              <SimpleMarkdown text={step} />
            </li>
          ))}
        </ol>
      )}
      {steps.length > 1 && (
        <button type="button" className="text-button" onClick={() => setSingle(!isSingle)}>
          {isSingle ? 'Xem tất cả các bước' : 'Xem từng bước một'}
        </button>
      )}
    </>
  );
}

function OneStep({ steps }: { readonly steps: readonly string[] }) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const go = (to: number) => {
    setAt(to);
    // A button that has gone must not take the focus with it.
    heading.current?.focus();
  };
  return (
    <div className="one-step">
      <h3 ref={heading} tabIndex={-1} className="one-step__at">
        Bước {at + 1}/{steps.length}
      </h3>
      <div aria-live="polite">
        <SimpleMarkdown text={steps[at] ?? ''} />
      </div>
      <div className="one-step__buttons">
        {at > 0 && (
          <button type="button" className="button button--quiet" onClick={() => go(at - 1)}>
            Bước trước
          </button>
        )}
        {at < steps.length - 1 && (
          <button type="button" className="button button--primary" onClick={() => go(at + 1)}>
            Bước tiếp
          </button>
        )}
      </div>
    </div>
  );
}
