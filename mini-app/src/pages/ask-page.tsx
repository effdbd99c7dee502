import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ChevronDown, Landmark, Trash2 } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { CitationReply } from '../api/phuong-so-api.ts';
import { Chat } from '../features/ask/chat.tsx';
import { HandOver } from '../features/ask/hand-over.tsx';
import { wardName, wardTitle } from '../features/ward/ward-name.ts';
import { useReading } from '../reading/reading.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { pageAddress, passageAddress, ROUTES, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useOnline } from './use-online.ts';
import { WithWard } from './with-ward.tsx';

// With the page, so that the first question does not wait for it.
void import('../api/ask-stream.ts').catch(() => undefined);

/** Hỏi đáp: the conversation with the assistant. */
export function AskPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Hỏi đáp">
      {(ward) => (
        <div className="page">
          <AskPageContent services={services} ward={ward} />
        </div>
      )}
    </WithWard>
  );
}

function AskPageContent({ services, ward }: WardChatProps) {
  const { conversation } = services;
  const { ready } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  return ready ? <WardChat services={services} ward={ward} /> : <OpeningPage />;
}

function OpeningPage() {
  return (
    <>
      <PageHeader title="Hỏi đáp" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: large text may scroll here, and must with the keyboard */}
      <main className="page-main" tabIndex={0} aria-label="Hỏi đáp">
        <p role="status">Đang mở…</p>
      </main>
    </>
  );
}

interface WardChatProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardChat({ services, ward }: WardChatProps) {
  const { platform, conversation, wards } = services;
  const navigate = useNavigate();
  const online = useOnline(platform);
  const goBack = useGoBack();
  const draft = useDraft(services);
  const examples = useExamples(services, ward.key);
  const titleOf = useTitles(services, ward.key);
  const [handedOver, setHandedOver] = useState<{ wardKey: string; question: string } | null>(null);
  const wardOf = (key: string) => [ward, ...wards.snapshot().wards].find((candidate) => candidate.key === key);
  const nameOfWard = (key: string) => {
    const known = wardOf(key);
    return known === undefined ? null : wardName(known);
  };
  const asked = handedOver === null ? undefined : wardOf(handedOver.wardKey);
  return (
    <>
      <PageHeader title="Hỏi đáp" onBack={goBack} actions={<ClearButton services={services} />}>
        <WardButton ward={ward} onPress={() => navigate(ROUTES.ward)} />
      </PageHeader>
      <Chat
        store={conversation}
        ward={{ key: ward.key, name: wardName(ward) }}
        nameOfWard={nameOfWard}
        online={online}
        draft={draft}
        examples={examples}
        platform={platform}
        addressOf={(wardKey, question) => pageAddress('ask', { ward: wardKey, question })}
        onAskPerson={(wardKey, question) => setHandedOver({ wardKey, question })}
        titleOf={titleOf}
        fetchRecording={async (...part) =>
          (await import('../api/read-aloud.ts')).fetchRecording(services.client, ...part)
        }
        onOpenCitation={(askedWard, citation) => {
          const address = citationAddress(askedWard, citation);
          if (address !== null) navigate(address);
        }}
        onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
      />
      {handedOver !== null && (
        <HandOver
          ward={asked ?? NOTHING_CONFIGURED}
          wardName={asked === undefined ? 'phường' : wardName(asked)}
          question={handedOver.question}
          platform={platform}
          onClose={() => setHandedOver(null)}
        />
      )}
    </>
  );
}

const NOTHING_CONFIGURED = { oa_id: null, contact: { address: null, hotline: null, hours: null, email: null } };

/** The page behind a citation; null = it has none. */
function citationAddress(askedWard: string, citation: CitationReply): string | null {
  const { source, ward, document_id: documentId, section_id: sectionId, quote } = citation;
  if (documentId === null) return null;
  switch (source) {
    case 'plan':
      return sectionId === null ? null : passageAddress({ ward: ward ?? askedWard, documentId, sectionId, quote });
    case 'service':
    case 'course':
    case 'announcement':
      return pageAddress(source, { ward: ward ?? askedWard, id: documentId });
    case 'ward':
      return null;
  }
}

/** The question that a link or another page has written for the person; they still press send. */
function useDraft({ platform }: Services): string {
  const { pathname, search } = useLocation();
  const draft = useRef(platform.launchParameters().get('q') ?? '');
  const given = pathname === ROUTES.ask ? readPageParts(new URLSearchParams(search)).question : null;
  if (given !== null) draft.current = given;
  return draft.current;
}

/** Questions of the ward's own plan to begin with; null when they cannot be had, `[]` while they are on their way. */
function useExamples({ api }: Services, ward: string): readonly string[] | null {
  const home = useReading({ key: ['home', ward], load: (signal) => api.home(ward, signal) });
  if (home.kind === 'shown' && home.data.examples.length > 0) return home.data.examples;
  return home.kind === 'loading' ? [] : null;
}

/** Titles of the procedures and courses that answers cite; the lists are read only when one does. */
function useTitles({ api, conversation }: Services, ward: string): (citation: CitationReply) => string | null {
  const { turns } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  const cited = new Set(
    turns.flatMap(({ state }) => (state.kind === 'answered' ? state.answer.citations.map(({ source }) => source) : [])),
  );
  const procedures = useReading({
    key: ['services', ward],
    load: (signal) => api.services(ward, signal),
    enabled: cited.has('service'),
  });
  const courses = useReading({
    key: ['courses', ward],
    load: (signal) => api.courses(ward, signal),
    enabled: cited.has('course'),
  });
  return ({ source, document_id: id }) => {
    if (source !== 'service' && source !== 'course') return null;
    const known = source === 'service' ? procedures : courses;
    return known.kind === 'shown' ? (known.data.find((one) => one.id === id)?.title ?? null) : null;
  };
}

function WardButton({ ward, onPress }: { readonly ward: WardReply; readonly onPress: () => void }) {
  return (
    <button type="button" className="ward-button" onClick={onPress}>
      <Landmark aria-hidden="true" size={22} />
      <span className="ward-button__name">{wardTitle(ward)}</span>
      <span className="ward-button__change">Đổi</span>
      <ChevronDown aria-hidden="true" size={20} />
    </button>
  );
}

function ClearButton({ services: { conversation } }: PageProps) {
  const [isAsking, setAsking] = useState(false);
  const { turns } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  if (turns.length === 0) return null;
  const clear = () => {
    setAsking(false);
    void conversation.clear();
  };
  return (
    <>
      <button
        type="button"
        className="icon-button icon-button--on-dark"
        aria-label="Xóa lịch sử hỏi đáp"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" size={24} />
      </button>
      {isAsking && (
        <ConfirmDialog
          title="Xóa lịch sử hỏi đáp?"
          text="Mọi câu hỏi và câu trả lời trên máy này sẽ bị xóa, không lấy lại được."
          confirmLabel="Xóa hết"
          onConfirm={clear}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
