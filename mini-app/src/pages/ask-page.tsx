import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { ChevronDown, Landmark, Trash2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Outlet, useMatch, useNavigate } from 'react-router-dom';
import { Page } from 'zmp-ui';
import type { CitationReply } from '../api/phuong-so-api.ts';
import { Chat } from '../features/ask/chat.tsx';
import { WardChoice } from '../features/ward/ward-choice.tsx';
import { wardName, wardTitle } from '../features/ward/ward-name.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { passageAddress, WARD_ADDRESS } from './addresses.ts';
import type { Services } from './services.ts';
import { useOnline } from './use-online.ts';

interface AskPageProps {
  readonly services: Services;
}

/**
 * Hỏi đáp. Other pages open over it, so that the conversation keeps its place and a question under way goes on;
 * meanwhile it can be neither seen nor reached.
 */
export function AskPage({ services }: AskPageProps) {
  const isOnTop = useMatch('/') !== null;
  return (
    <>
      <div className={isOnTop ? 'layer' : 'layer layer--under'}>
        <Page className="page" resetScroll={false}>
          <AskPageContent services={services} />
        </Page>
      </div>
      <Outlet />
    </>
  );
}

function AskPageContent({ services }: AskPageProps) {
  const { wards, conversation } = services;
  const ward = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const { ready } = useSyncExternalStore(conversation.subscribe, conversation.snapshot);
  if (!ward.remembered || !ready) return <OpeningPage />;
  if (ward.chosen !== null) return <WardChat services={services} ward={ward.chosen} />;
  return (
    <>
      <PageHeader title="Chọn phường" />
      <main className="page-main">
        <p className="lead">Xin chọn phường có kế hoạch cần hỏi.</p>
        <WardChoice
          snapshot={ward}
          onChoose={(chosen) => void wards.choose(chosen)}
          onRetry={() => void wards.reload()}
        />
      </main>
    </>
  );
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
      <PageHeader title="Hỏi đáp" actions={<ClearButton services={services} />}>
        <WardButton ward={ward} onPress={() => navigate(WARD_ADDRESS)} />
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

function ClearButton({ services: { conversation } }: AskPageProps) {
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
