import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useSearchParams } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { type DownloadKind, Handouts } from '../features/sending/handouts.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useBroadcast } from './use-broadcast.ts';
import { useGoBack } from './use-go-back.ts';
import { useHandout } from './use-handout.ts';

const PUBLISHED: ReadonlySet<string> = new Set(['sending', 'sent', 'stopped']);

/** For ordinary Zalo groups, the notice board, the loudspeaker and the report. */
export function HandoutsPage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const broadcast = useBroadcast(services, id);
  return (
    <PageFrame title="Chuyển tiếp, in, đọc loa" onBack={goBack}>
      <ReadingView reading={broadcast} what="thông báo">
        {(one) => <Of services={services} broadcast={one} />}
      </ReadingView>
    </PageFrame>
  );
}

interface OfProps {
  readonly services: Services;
  readonly broadcast: BroadcastReply;
}

function Of({ services, broadcast: { id, ward, title, state } }: OfProps) {
  const { platform, session, serverAddress } = services;
  const { reading, isNobody } = useHandout(services, id);
  const download = async (kind: DownloadKind) => {
    const { url } = await session.call(BROADCAST_ENDPOINTS.download, { path: { id }, body: { kind } });
    await platform.openExternal(serverAddress(url));
  };
  return (
    <SignedInOnly isNobody={isNobody}>
      <ReadingView reading={reading} what="bản để chuyển tiếp">
        {(handout) => (
          <Handouts
            handout={handout}
            isOut={PUBLISHED.has(state)}
            scriptAddress={pageAddress('loudScript', { id })}
            onDownload={download}
            onCopy={(text) => platform.copyText(text)}
            onShare={(text) => platform.share({ title, text, address: pageAddress('announcement', { ward, id }) })}
          />
        )}
      </ReadingView>
    </SignedInOnly>
  );
}
