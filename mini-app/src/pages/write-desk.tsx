import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useEffect, useRef } from 'react';
import type { KeptDraft } from '../features/sending/draft-store.ts';
import { isKeepable } from '../features/sending/sending-draft.ts';
import { useWriting } from '../features/sending/use-writing.ts';
import { WriteFoot, WriteTop } from '../features/sending/write-around.tsx';
import { WriteForm } from '../features/sending/write-form.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { sendingOf } from './sending-services.ts';
import type { Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useWriteActs } from './use-write-acts.ts';

interface WriteDeskProps {
  readonly services: Services;
  readonly office: Office;
  readonly title: string;
  /** Under which the device keeps it. */
  readonly name: string;
  readonly start: KeptDraft;
  readonly startsChanged: boolean;
  /** When it was typed last, of one that was begun on an earlier visit; epoch ms. */
  readonly begunAt: number | null;
  /** As the server has it now; null = it has not, or it could not be read. */
  readonly current: BroadcastReply | null;
  readonly onOtherTemplate: (() => void) | null;
  /** Begins anew with nothing; null = it cannot be thrown away here. */
  readonly onDiscard: (() => Promise<void>) | null;
  /** Takes what somebody else made of it, and drops what was typed. */
  readonly onReload: () => Promise<void>;
}

/** Where one announcement is written: kept on the device with every letter, saved to the server before it is looked at. */
export function WriteDesk(props: WriteDeskProps) {
  const {
    services,
    office,
    title,
    name,
    start,
    startsChanged,
    begunAt,
    current,
    onOtherTemplate,
    onDiscard,
    onReload,
  } = props;
  const { drafts } = sendingOf(services);
  const goBack = useGoBack();
  const writing = useWriting({ drafts, name, start, startsChanged });
  const { draft, isChanged } = writing;
  const isScheduled = current?.state === 'scheduled';
  const isOld = current !== null && draft.base !== null && current.version > draft.base.version;
  const acts = useWriteActs({ services, ward: office.ward, name, writing, isScheduled });
  const { busy, error, complaints } = acts;
  useOnLeaving(() => {
    const unsaved = writing.unsaved();
    // What is planned is changed by a press alone; what somebody else has changed waits on the device for its writer.
    if (unsaved === null || isScheduled || isOld || !isKeepable(unsaved.fields)) return;
    void acts.save().catch(() => undefined);
  });

  return (
    <PageFrame
      title={title}
      onBack={goBack}
      foot={
        <WriteFoot
          {...{ busy, error, isScheduled }}
          isKeepable={isKeepable(draft.fields)}
          isChanged={isChanged || draft.base === null}
          isRefused={Object.keys(complaints).length > 0}
          onSave={acts.saveNow}
          onGoOn={acts.goOn}
        />
      }
    >
      <WriteTop
        isConflicting={acts.isConflicting || isOld}
        note={current?.state === 'returned' ? current.note : null}
        isScheduled={isScheduled}
        begunAt={begunAt}
        busy={busy}
        onReload={() => void onReload()}
        onKeepMine={acts.keepMine}
        onDiscard={onDiscard}
      />
      <WriteForm
        draft={draft.fields}
        complaints={complaints}
        set={writing.set}
        groups={office.groups}
        wholeWard={office.wholeWard}
        today={new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())}
        attempts={acts.attempts}
        onUpload={acts.upload}
      >
        {onOtherTemplate !== null && (
          <button type="button" className="button button--quiet button--wide" onClick={onOtherTemplate}>
            Dùng mẫu khác
          </button>
        )}
      </WriteForm>
    </PageFrame>
  );
}

/** Runs once, when the page goes, with what is true then. */
function useOnLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => () => latest.current(), []);
}
