import type { ObstacleReply, ObstaclesReply } from '@phuong-so/shared/contracts/obstacles';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { OBSTACLE_ENDPOINTS } from '../api/obstacle-endpoints.ts';
import { ObstacleList } from '../features/obstacles/obstacle-list.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { failureWords } from '../session/call-failure.ts';
import { ActFailure } from '../ui/act-failure.tsx';
import { CountChips } from '../ui/count-chips.tsx';
import { OBSTACLE_STATE_NAMES } from '../ui/obstacle-words.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAct } from '../ui/use-act.ts';
import { useVisitState } from '../ui/use-visit-state.ts';
import { pageAddress } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useObstacles } from './use-obstacles.ts';
import { refreshOf } from './use-plan-text.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';

const TITLE = 'Góp ý, kiến nghị';

/** What people have raised: an official sees the ward's, anybody else their own. */
export function ObstaclesPage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title={TITLE}>
      {(ward) => <Obstacles services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface ObstaclesProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function Obstacles({ services, ward }: ObstaclesProps) {
  const goBack = useGoBack();
  const { reading, isNobody } = useObstacles(services, ward.key);
  const isAll = reading.kind === 'shown' && reading.data.all;
  return (
    <PageFrame title={isAll ? 'Vướng mắc, kiến nghị' : TITLE} note={ward.note} onBack={goBack} {...refreshOf(reading)}>
      {ward.foreign}
      <SignedInOnly isNobody={isNobody}>
        {!isAll && (
          <p className="card__text">
            Bà con góp ý với phường về kế hoạch chuyển đổi số. Gửi rồi xem lại ở đây đã đến đâu, ai trả lời.
          </p>
        )}
        <Link
          className="button button--primary button--wide work-press"
          to={pageAddress('raiseObstacle', { ward: ward.key })}
        >
          <PenLine aria-hidden="true" size={20} />
          {isAll ? 'Nêu vướng mắc, kiến nghị' : 'Gửi góp ý mới'}
        </Link>
        <ReadingView reading={reading} what="danh sách" empty={NONE}>
          {(reply) => <Listed key={reply.next_cursor} {...{ services, reply }} ward={ward.key} />}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}

const NONE = {
  when: ({ obstacles }: ObstaclesReply) => obstacles.length === 0,
  show: <p>Chưa có góp ý, vướng mắc nào.</p>,
};

interface ListedProps {
  readonly services: Services;
  readonly ward: string;
  readonly reply: ObstaclesReply;
}

function Listed({ services, ward, reply }: ListedProps) {
  const [state, choose] = useVisitState('state');
  const [more, setMore] = useState<{ readonly older: readonly ObstacleReply[]; readonly next: string | null }>({
    older: [],
    next: reply.next_cursor,
  });
  const { busy, error, act } = useAct(failureWords);
  const all = [...reply.obstacles, ...more.older];
  const some = state === '' ? all : all.filter((one) => one.state === state);
  const states = Object.keys(OBSTACLE_STATE_NAMES) as ObstacleReply['state'][];
  const total = states.reduce((sum, key) => sum + (reply.counts[key] ?? 0), 0);
  const chips = states.map((key) => ({ key, title: OBSTACLE_STATE_NAMES[key], count: reply.counts[key] ?? 0 }));
  const readMore = () =>
    act(async () => {
      const query = { ward, cursor: more.next };
      const { obstacles, next_cursor: next } = await services.session.call(OBSTACLE_ENDPOINTS.obstacles, { query });
      setMore({ older: [...more.older, ...obstacles], next });
    });
  return (
    <>
      {reply.all && (
        <CountChips
          label="Lọc theo tình trạng"
          chips={[{ key: '', title: 'Tất cả', count: total }, ...chips.filter(({ count }) => count > 0)]}
          chosen={state}
          onChoose={choose}
        />
      )}
      <div className="work-gap">
        <ObstacleList obstacles={some} addressOf={(id) => pageAddress('obstacle', { ward, id })} />
      </div>
      {more.next !== null && (
        <button
          type="button"
          className="button button--quiet feed__more"
          disabled={busy}
          onClick={() => void readMore()}
        >
          {busy ? 'Đang tải…' : 'Xem việc cũ hơn'}
        </button>
      )}
      <ActFailure error={error} />
    </>
  );
}
