import type { HomeReply } from '@phuong-so/shared/contracts/home';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { BookOpenText, ChartColumn, ClipboardList, GraduationCap, Landmark, ShieldQuestion } from 'lucide-react';
import { lazy, Suspense, useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { pendingTurn } from '../features/ask/conversation.ts';
import { AskBox, ExampleQuestions } from '../features/home/ask-box.tsx';
import { type Tile, Tiles } from '../features/home/tiles.tsx';
import { WardCard } from '../features/home/ward-card.tsx';
import { wardTitle } from '../features/ward/ward-name.ts';
import { type Reading, useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import { BottomNavigation } from './bottom-navigation.tsx';
import type { PageProps, Services } from './services.ts';
import { WithWard } from './with-ward.tsx';

const TILES: readonly Tile[] = [
  { to: ROUTES.plan, title: 'Kế hoạch', Icon: BookOpenText },
  { to: ROUTES.targets, title: 'Chỉ tiêu', Icon: ChartColumn },
  { to: ROUTES.services, title: 'Dịch vụ công', Icon: Landmark },
  { to: ROUTES.courses, title: 'Học kỹ năng số', Icon: GraduationCap },
  { to: ROUTES.checkMessage, title: 'Tin này có thật không?', Icon: ShieldQuestion },
  { to: ROUTES.tasks, title: 'Nhiệm vụ', Icon: ClipboardList },
];

/** Comes with what it shows, after the first screen. */
const HomeNews = lazy(async () => ({ default: (await import('./home-news.tsx')).HomeNews }));

/** Trang chủ: the first screen. Everything on it that needs no server is there at once. */
export function HomePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Trang chủ">
      {(ward) => <WardHome services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardHomeProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardHome({ services, ward }: WardHomeProps) {
  const { api, platform, conversation } = services;
  const navigate = useNavigate();
  const ask = (question: string) => {
    const busy = pendingTurn(conversation.snapshot().turns) !== null;
    if (!busy) void conversation.ask(ward.key, question);
    // While another question is under way, the new one waits in the chat's box.
    navigate(busy ? pageAddress('ask', { question }) : ROUTES.ask);
  };
  const home = useReading({ key: ['home', ward.key], load: (signal) => api.home(ward.key, signal) });
  const news = useReading({
    key: ['newest-announcement', ward.key],
    load: (signal) => api.announcements({ ward: ward.key, group: null }, null, signal),
  });
  const refresh = useCallback(async () => void (await Promise.all([again(home), again(news)])), [home, news]);
  const newest = news.kind === 'shown' ? news.data.announcements[0] : undefined;
  const next = home.kind === 'shown' ? home.data.dates[0] : undefined;
  return (
    <PageFrame title="Trang chủ" foot={<BottomNavigation />} onRefresh={refresh}>
      <WardCard
        {...ward.contact}
        title={wardTitle(ward)}
        province={ward.province}
        changeTo={ROUTES.ward}
        onCall={(phoneNumber) => void platform.openDialler(phoneNumber)}
      />
      <AskBox onAsk={ask}>
        <div className={home.kind === 'loading' ? 'examples-place' : undefined}>
          <ReadingView reading={home} what="câu hỏi mẫu">
            {({ examples }: HomeReply) => <ExampleQuestions questions={examples} onAsk={ask} />}
          </ReadingView>
        </div>
      </AskBox>
      <Tiles label="Các mục" tiles={TILES} />
      <Suspense fallback={null}>
        <HomeNews services={services} ward={ward.key} newest={newest} next={next} />
      </Suspense>
    </PageFrame>
  );
}

function again<T>(reading: Reading<T>): Promise<void> | void {
  return reading.kind === 'shown' ? reading.refresh() : reading.kind === 'failed' ? reading.retry() : undefined;
}
