import type { ObstacleDetailReply } from '@phuong-so/shared/contracts/obstacles';
import { useSearchParams } from 'react-router-dom';
import { OBSTACLE_ENDPOINTS } from '../api/obstacle-endpoints.ts';
import { ObstacleActs } from '../features/obstacles/obstacle-acts.tsx';
import { ObstacleList } from '../features/obstacles/obstacle-list.tsx';
import { ObstacleView } from '../features/obstacles/obstacle-view.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useObstacles, useObstaclesChanged } from './use-obstacles.ts';
import { useSignedInReading } from './use-own-reading.ts';
import { refreshOf } from './use-plan-text.ts';
import { useWorkAct } from './use-work.ts';

/** One obstacle or proposal, for who raised it and for officials. */
export function ObstaclePage({ services }: PageProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const id = readPageParts(search).id ?? '';
  const { reading, isNobody } = useSignedInReading(services, {
    key: ['obstacle', id],
    endpoint: OBSTACLE_ENDPOINTS.obstacle,
    options: { path: { id } },
  });
  return (
    <PageFrame title="Góp ý, vướng mắc" onBack={goBack} {...refreshOf(reading)}>
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="việc này">
          {(detail) => (
            <ObstacleView detail={detail}>
              <Acts key={id} services={services} detail={detail} />
            </ObstacleView>
          )}
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}

interface ActsProps {
  readonly services: Services;
  readonly detail: ObstacleDetailReply;
}

function Acts({ services, detail: { obstacle, grouped } }: ActsProps) {
  const { session, platform, serverAddress } = services;
  const { id, version, ward } = obstacle;
  const list = useObstacles(services, ward).reading;
  const changed = useObstaclesChanged(services);
  const act = useWorkAct(changed);
  const all = list.kind === 'shown' ? list.data : null;
  const others = (all?.obstacles ?? []).filter(
    (one) => one.id !== id && one.grouped_under === null && one.state !== 'closed',
  );
  return (
    <>
      {grouped.length > 0 && (
        <Card heading="Những ý kiến giống vậy">
          <ObstacleList obstacles={grouped} addressOf={(one) => pageAddress('obstacle', { ward, id: one })} />
        </Card>
      )}
      <ObstacleActs
        {...{ obstacle, others, act }}
        units={all?.units ?? []}
        onStep={async (step) => {
          await session.call(OBSTACLE_ENDPOINTS.actOnObstacle, { path: { id }, body: { ...step, version } });
          await changed();
        }}
        onLetter={async () => {
          const { url } = await session.call(OBSTACLE_ENDPOINTS.obstacleLetter, { path: { id }, body: {} });
          await platform.openExternal(serverAddress(url));
        }}
      />
    </>
  );
}
