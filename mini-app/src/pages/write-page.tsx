import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useRef, useState, useSyncExternalStore } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS, type TemplateReply } from '../api/broadcast-endpoints.ts';
import { draftOfOwner, type KeptDraft, NEW_DRAFT } from '../features/sending/draft-store.ts';
import { draftOf, emptyDraft, fromTemplate, type SendingDraft } from '../features/sending/sending-draft.ts';
import { TemplateChoice } from '../features/sending/template-choice.tsx';
import type { Reading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useBroadcast } from './use-broadcast.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { WithOffice } from './with-office.tsx';
import { WriteDesk } from './write-desk.tsx';

const TITLE = 'Soạn thông báo';
const EDITABLE: ReadonlySet<string> = new Set(['draft', 'returned', 'scheduled']);

/** A new announcement, or one that has not gone out. What was typed and not saved is there again. */
export function WritePage({ services }: PageProps) {
  const [search] = useSearchParams();
  const { id } = readPageParts(search);
  return (
    <WithOffice services={services} title={TITLE}>
      {(office) =>
        id === null ? (
          <WriteNew key="new" services={services} office={office} />
        ) : (
          <WriteAgain key={id} services={services} office={office} id={id} />
        )
      }
    </WithOffice>
  );
}

interface WriteProps {
  readonly services: Services;
  readonly office: Office;
}

/** First the template, then the fields. */
function WriteNew({ services, office }: WriteProps) {
  const { drafts } = sendingOf(services);
  const { ready, value } = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  const kept = draftOfOwner(value, NEW_DRAFT, office.person);
  /** What to go on from; null = not chosen. A kept one is gone on with as it was when the page was opened. */
  const [start, setStart] = useState<KeptDraft | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const opened = useRef<KeptDraft | null>(null);
  if (ready && start === null) opened.current ??= kept;
  const goOn = start ?? opened.current;

  const begin = (fields: SendingDraft) => {
    const next = { owner: office.person, key: services.newId(), base: null, changedAt: Date.now() };
    // A changed template is still the same draft for the server.
    setStart({ ...next, ...(goOn === null ? {} : { key: goOn.key }), fields });
    setChoosing(false);
  };
  if (!ready || goOn === null || isChoosing) {
    const before = kept?.fields ?? emptyDraft(office.wholeWard ? [] : office.groups.map(({ id }) => id));
    return (
      <ChooseTemplate
        services={services}
        office={office}
        onBack={isChoosing ? () => setChoosing(false) : null}
        onChoose={(template) => begin(template === null ? before : fromTemplate(before, template))}
      />
    );
  }
  return (
    <WriteDesk
      key={goOn.changedAt}
      {...{ services, office, title: TITLE, name: NEW_DRAFT, start: goOn, current: null }}
      // A template that nobody has touched is nothing to keep.
      startsChanged={start === null || kept !== null}
      begunAt={start === null ? goOn.changedAt : null}
      onOtherTemplate={() => setChoosing(true)}
      onReload={async () => undefined}
      onDiscard={async () => {
        await drafts.drop(NEW_DRAFT);
        opened.current = null;
        setStart(null);
      }}
    />
  );
}

interface ChooseTemplateProps extends WriteProps {
  /** Back to what is being written; null = back to the page before. */
  readonly onBack: (() => void) | null;
  readonly onChoose: (template: TemplateReply | null) => void;
}

function ChooseTemplate({ services, office, onBack, onChoose }: ChooseTemplateProps) {
  const goBack = useGoBack();
  const { reading } = useSignedInReading(services, {
    key: ['broadcast-templates', office.ward],
    endpoint: BROADCAST_ENDPOINTS.templates,
    options: { query: { ward: office.ward } },
  });
  return (
    <PageFrame title={TITLE} onBack={onBack ?? goBack}>
      {onBack !== null && (
        <div className="sending-notice">
          <Notice tone="warning">Chọn mẫu khác thì tiêu đề và nội dung đang có sẽ bị thay.</Notice>
        </div>
      )}
      <ReadingView reading={reading} what="các mẫu thông báo">
        {({ templates }) => <TemplateChoice templates={templates} onChoose={onChoose} />}
      </ReadingView>
      {reading.kind === 'failed' && onBack === null && <TemplateChoice templates={[]} onChoose={onChoose} />}
    </PageFrame>
  );
}

/** One that the server has. Typed words that it does not have stand in the fields. */
function WriteAgain({ services, office, id }: WriteProps & { readonly id: string }) {
  const { drafts } = sendingOf(services);
  const { ready, value } = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  const kept = draftOfOwner(value, id, office.person);
  const reading = useBroadcast(services, id);
  const [round, setRound] = useState(0);
  const opened = useRef<{ readonly round: number; readonly start: KeptDraft; readonly isKept: boolean } | null>(null);
  const known = reading.kind === 'shown' ? reading.data : null;
  if (ready && opened.current?.round !== round) {
    const start = kept ?? (known === null ? null : startOf(known, office.person));
    opened.current = start === null ? null : { round, start, isKept: kept !== null };
  }
  const desk = opened.current;
  if (desk === null || (known !== null && !EDITABLE.has(known.state))) return <NotNow reading={reading} id={id} />;
  return (
    <WriteDesk
      key={round}
      {...{ services, office, title: 'Sửa thông báo', name: id, start: desk.start, current: known }}
      startsChanged={desk.isKept}
      begunAt={null}
      onOtherTemplate={null}
      onDiscard={null}
      onReload={async () => {
        await drafts.drop(id);
        if (reading.kind === 'shown') await reading.refresh();
        setRound(round + 1);
      }}
    />
  );
}

function startOf(one: BroadcastReply, owner: string): KeptDraft {
  const base = { id: one.id, version: one.version };
  return { owner, key: one.id, fields: draftOf(one), base, changedAt: 0 };
}

/** Not read yet, or too late for changing it. */
function NotNow({ reading, id }: { readonly reading: Reading<BroadcastReply>; readonly id: string }) {
  const goBack = useGoBack();
  return (
    <PageFrame title="Sửa thông báo" onBack={goBack}>
      <ReadingView reading={reading} what="thông báo">
        {() => (
          <Notice
            tone="info"
            actions={
              <Link className="button button--primary" to={pageAddress('oneSending', { id })} replace>
                Mở thông báo
              </Link>
            }
          >
            Thông báo này không sửa được nữa. Nếu đã gửi mà có chỗ sai, dùng “Đính chính”.
          </Notice>
        )}
      </ReadingView>
    </PageFrame>
  );
}
