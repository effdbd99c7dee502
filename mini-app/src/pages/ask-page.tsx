import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ChevronDown, Landmark, Trash2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';
import { Page } from 'zmp-ui';
import type { CitationReply } from '../api/phuong-so-api.ts';
import { Chat } from '../features/ask/chat.tsx';
import { wardName, wardTitle } from '../features/ward/ward-name.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { passageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useOnline } from './use-online.ts';
import { WithWard } from './with-ward.tsx';

/** Hỏi đáp: the conversation with the assistant. */
export function AskPage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Hỏi đáp">
      {(ward) => (
        <Page className="page" resetScroll={false}>
          <AskPageContent services={services} ward={ward} />
        </Page>
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
      <main className="page-main">
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
  const openCitation = (askedWard: string, citation: CitationReply) => {
    const { ward: citedWard, document_id: documentId, section_id: sectionId, quote } = citation;
    if (documentId === null || sectionId === null) return;
    navigate(passageAddress({ ward: citedWard ?? askedWard, documentId, sectionId, quote }));
  };
  const nameOfWard = (key: string) => {
    const known = [ward, ...wards.snapshot().wards].find((candidate) => candidate.key === key);
    return known === undefined ? null : wardName(known);
  };
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
        draft={platform.launchParameters().get('q') ?? ''}
        onOpenCitation={openCitation}
        onCopy={(text) => platform.copyText(text)}
        onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
      />
    </>
  );
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
