import { BOARD_ENDPOINTS } from '../api/board-endpoints.ts';
import { BoardView } from '../features/board/board-view.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

const TITLE = 'Bảng tiến độ';

/** How far the plan's work is, for everybody. */
export function BoardPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title={TITLE}>
      {(ward) => <WardBoard services={services} ward={ward} />}
    </WithPageWard>
  );
}

function WardBoard({ services, ward }: { readonly services: Services; readonly ward: PageWard }) {
  const { client, platform, serverAddress } = services;
  const goBack = useGoBack();
  const reading = useReading({
    key: ['board', ward.key],
    load: (signal) => client.call(BOARD_ENDPOINTS.board, { query: { ward: ward.key }, signal }),
  });
  const open = (ending: string) =>
    void platform.openExternal(serverAddress(`/bang/${encodeURIComponent(ward.key)}${ending}`));
  return (
    <PageFrame title={TITLE} note={ward.note} onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <ReadingView reading={reading} what="bảng tiến độ">
        {(board) => (
          <>
            <BoardView board={board} />
            <div className="work-gap">
              <Card heading="Dữ liệu mở">
                <div className="sending-buttons">
                  <button type="button" className="button button--quiet" onClick={() => open('')}>
                    Mở trên trang web
                  </button>
                  <button type="button" className="button button--quiet" onClick={() => open('.csv')}>
                    Tải CSV
                  </button>
                  <button type="button" className="button button--quiet" onClick={() => open('.json')}>
                    Tải JSON
                  </button>
                </div>
              </Card>
            </div>
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}
