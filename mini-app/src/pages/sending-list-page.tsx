import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { ChartColumn, PenLine } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { draftOfOwner, NEW_DRAFT } from '../features/sending/draft-store.ts';
import { SendingList } from '../features/sending/sending-list.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { failureWords } from '../session/call-failure.ts';
import { ActFailure } from '../ui/act-failure.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { useAct } from '../ui/use-act.ts';
import { pageAddress, ROUTES } from './addresses.ts';
import { sendingOf } from './sending-services.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import type { Office } from './use-office.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithOffice } from './with-office.tsx';

const TITLE = 'Thông báo tôi gửi';

/** What a leader has written for the own group, or an official sees of the ward's. */
export function SendingListPage({ services }: PageProps) {
  return (
    <WithOffice services={services} title={TITLE}>
      {(office) => <OwnList services={services} office={office} />}
    </WithOffice>
  );
}

interface OwnListProps {
  readonly services: Services;
  readonly office: Office;
}

function OwnList({ services, office }: OwnListProps) {
  const { drafts } = sendingOf(services);
  const goBack = useGoBack();
  const { value: kept } = useSyncExternalStore(drafts.subscribe, drafts.snapshot);
  const begun = draftOfOwner(kept, NEW_DRAFT, office.person);
  const { reading } = useSignedInReading(services, {
    key: ['broadcasts', office.ward],
    endpoint: BROADCAST_ENDPOINTS.broadcasts,
    options: { query: { ward: office.ward } },
  });
  return (
    <PageFrame
      title={office.wholeWard ? 'Thông báo của phường' : TITLE}
      note={office.wholeWard ? null : <p className="page-header__note">{office.groups[0]?.name}</p>}
      onBack={goBack}
      {...refreshOf(reading)}
    >
      <Link className="button button--primary button--wide sending-write" to={ROUTES.writeSending}>
        <PenLine aria-hidden="true" size={20} />
        {begun === null ? 'Soạn thông báo mới' : 'Soạn tiếp bản dở'}
      </Link>
      {office.wholeWard && (
        <ul className="rows office-rows">
          <LinkRow
            to={ROUTES.reach}
            icon={<ChartColumn aria-hidden="true" size={24} />}
            title="Tin nào đến được bà con"
            lines={['Theo cách gửi, loại tin, giờ xem']}
          />
        </ul>
      )}
      <ReadingView
        reading={reading}
        what="danh sách thông báo"
        empty={{
          when: ({ broadcasts, next_cursor }) => broadcasts.length === 0 && next_cursor === null && begun === null,
          show: <p>Chưa có thông báo nào. Bấm “Soạn thông báo mới” ở trên, chọn mẫu rồi điền vài chỗ là gửi được.</p>,
        }}
      >
        {({ broadcasts, next_cursor }) => (
          // Read anew, the list begins with its newest part again.
          <Listed key={next_cursor} {...{ services, office, next: next_cursor, begun }} first={broadcasts} />
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface ListedProps extends OwnListProps {
  readonly first: readonly BroadcastReply[];
  readonly next: string | null;
  readonly begun: ReturnType<typeof draftOfOwner>;
}

/** Older ones come when they are asked for, each under its heading. */
function Listed({ services, office, first, next, begun }: ListedProps) {
  const [more, setMore] = useState<{ readonly broadcasts: readonly BroadcastReply[]; readonly next: string | null }>({
    broadcasts: [],
    next,
  });
  const { busy, error, act } = useAct(failureWords);
  const readMore = () =>
    act(async () => {
      const query = { ward: office.ward, cursor: more.next };
      const older = await services.session.call(BROADCAST_ENDPOINTS.broadcasts, { query });
      setMore({ broadcasts: [...more.broadcasts, ...older.broadcasts], next: older.next_cursor });
    });
  return (
    <>
      <SendingList
        broadcasts={[...first, ...more.broadcasts]}
        begun={begun}
        writeAddress={ROUTES.writeSending}
        addressOf={(id) => pageAddress('oneSending', { id })}
      />
      {more.next !== null && (
        <button
          type="button"
          className="button button--quiet feed__more"
          disabled={busy}
          onClick={() => void readMore()}
        >
          {busy ? 'Đang tải…' : 'Xem thông báo cũ hơn'}
        </button>
      )}
      <ActFailure error={error} />
    </>
  );
}
