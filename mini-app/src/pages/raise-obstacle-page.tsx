import { useSyncExternalStore } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { OBSTACLE_ENDPOINTS } from '../api/obstacle-endpoints.ts';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import { ObstacleForm, type TypedObstacle } from '../features/obstacles/obstacle-form.tsx';
import { workTitle } from '../features/work/work-words.ts';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { unansweredWords } from '../session/call-failure.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { useAct } from '../ui/use-act.ts';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { useObstacles, useObstaclesChanged } from './use-obstacles.ts';
import { type PageWard, WithPageWard } from './with-page-ward.tsx';
import { workOf } from './work-services.ts';

const TITLE = 'Gửi góp ý, vướng mắc';

/** Where something is raised. */
export function RaiseObstaclePage({ services }: PageProps) {
  return (
    <WithPageWard services={services} title={TITLE}>
      {(ward) => <Raise services={services} ward={ward} />}
    </WithPageWard>
  );
}

interface RaiseProps {
  readonly services: Services;
  readonly ward: PageWard;
}

function Raise({ services, ward }: RaiseProps) {
  const goBack = useGoBack();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { raised, keys } = workOf(services);
  const kept = useSyncExternalStore(raised.subscribe, raised.snapshot);
  const { reading, isNobody } = useObstacles(services, ward.key);
  const changed = useObstaclesChanged(services);
  const act = useAct(unansweredWords);
  const isAll = reading.kind === 'shown' && reading.data.all;
  const tasks = useTasks(services, ward.key, isAll);
  const send = async ({ work, ...typed }: TypedObstacle) => {
    const body = { ward: ward.key, ...typed, work: work || null };
    const one = await keys.press(`raise ${JSON.stringify(body)}`, (key) =>
      services.session.call(OBSTACLE_ENDPOINTS.raiseObstacle, { body: { ...body, key } }),
    );
    await raised.drop(ward.key);
    await changed();
    navigate(pageAddress('obstacle', { ward: ward.key, id: one.id }), { replace: true });
  };
  const begin = (kinds: readonly TypedObstacle['kind'][]): TypedObstacle => ({
    ...{ kind: kinds[0] ?? 'proposal', title: '', body: '', work: readPageParts(search).id ?? '' },
    ...kept.value[ward.key],
  });
  return (
    <PageFrame title={TITLE} note={ward.note} onBack={goBack}>
      {ward.foreign}
      <SignedInOnly isNobody={isNobody}>
        <ReadingView reading={reading} what="phần góp ý">
          {({ may_raise: kinds }) =>
            kinds.length === 0 ? (
              <p>Chưa gửi được ở phường này.</p>
            ) : (
              kept.ready && (
                <ObstacleForm
                  {...{ kinds, tasks, act }}
                  start={begin(kinds)}
                  onType={(typed) => void raised.keep(ward.key, typed)}
                  onSend={send}
                />
              )
            )
          }
        </ReadingView>
      </SignedInOnly>
    </PageFrame>
  );
}

/** Of an official's ward; nobody else is asked about which task it is. */
function useTasks({ session }: Services, ward: string, isOfficial: boolean) {
  const reading = useReading({
    key: ['work', ward, 'to choose'],
    load: (signal) => session.call(WORK_ENDPOINTS.work, { query: { ward }, signal }),
    enabled: isOfficial,
    keep: false,
  });
  return reading.kind === 'shown' ? reading.data.work.map((one) => ({ value: one.id, title: workTitle(one) })) : [];
}
