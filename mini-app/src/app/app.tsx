import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { Navigate, Route, Routes, useMatch, useNavigate } from 'react-router-dom';
import { ZMPRouter } from 'zmp-ui';
import { ROUTES } from '../pages/addresses.ts';
import { HomePage } from '../pages/home-page.tsx';
import type { PageProps, Services } from '../pages/services.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { launchAddress } from './launch-address.ts';

/** Everything but the first screen comes when it is opened. */
const page = (load: () => Promise<ComponentType<PageProps>>) => lazy(async () => ({ default: await load() }));
const AskPage = page(async () => (await import('../pages/ask-page.tsx')).AskPage);
const PAGES: readonly (readonly [string, ComponentType<PageProps>])[] = [
  [ROUTES.home, HomePage],
  [ROUTES.ward, page(async () => (await import('../pages/ward-page.tsx')).WardPage)],
  [ROUTES.passage, page(async () => (await import('../pages/passage-page.tsx')).PassagePage)],
  [ROUTES.plan, page(async () => (await import('../pages/plan-page.tsx')).PlanPage)],
  [ROUTES.section, page(async () => (await import('../pages/section-page.tsx')).SectionPage)],
  [ROUTES.tasks, page(async () => (await import('../pages/tasks-page.tsx')).TasksPage)],
  [ROUTES.targets, page(async () => (await import('../pages/targets-page.tsx')).TargetsPage)],
  [ROUTES.announcements, page(async () => (await import('../pages/announcements-page.tsx')).AnnouncementsPage)],
  [ROUTES.announcement, page(async () => (await import('../pages/announcement-page.tsx')).AnnouncementPage)],
  [ROUTES.checkMessage, page(async () => (await import('../pages/check-message-page.tsx')).CheckMessagePage)],
  [`${ROUTES.sending}/*`, page(async () => (await import('../pages/sending-pages.tsx')).SendingPages)],
  [`${ROUTES.work}/*`, page(async () => (await import('../pages/work-pages.tsx')).WorkPages)],
  [`${ROUTES.reports}/*`, page(async () => (await import('../pages/report-pages.tsx')).ReportPages)],
  [`${ROUTES.obstacles}/*`, page(async () => (await import('../pages/obstacle-pages.tsx')).ObstaclePages)],
  [ROUTES.board, page(async () => (await import('../pages/board-page.tsx')).BoardPage)],
  [ROUTES.dashboard, page(async () => (await import('../pages/dashboard-page.tsx')).DashboardPage)],
  [ROUTES.services, page(async () => (await import('../pages/services-list-page.tsx')).ServicesPage)],
  [ROUTES.service, page(async () => (await import('../pages/service-page.tsx')).ServicePage)],
  [ROUTES.situation, page(async () => (await import('../pages/situation-page.tsx')).SituationPage)],
  [ROUTES.courses, page(async () => (await import('../pages/courses-page.tsx')).CoursesPage)],
  [ROUTES.course, page(async () => (await import('../pages/course-page.tsx')).CoursePage)],
  [ROUTES.scamPractice, page(async () => (await import('../pages/scam-practice-page.tsx')).ScamPracticePage)],
  [ROUTES.quiz, page(async () => (await import('../pages/quiz-page.tsx')).QuizPage)],
  [ROUTES.certificates, page(async () => (await import('../pages/certificates-page.tsx')).CertificatesPage)],
  [ROUTES.certificate, page(async () => (await import('../pages/certificate-page.tsx')).CertificatePage)],
  [ROUTES.classes, page(async () => (await import('../pages/classes-page.tsx')).ClassesPage)],
  [ROUTES.oneClass, page(async () => (await import('../pages/class-page.tsx')).ClassPage)],
  [ROUTES.openClass, page(async () => (await import('../pages/open-class-page.tsx')).OpenClassPage)],
  [ROUTES.roll, page(async () => (await import('../pages/roll-page.tsx')).RollPage)],
  [ROUTES.classCode, page(async () => (await import('../pages/class-code-page.tsx')).ClassCodePage)],
  [ROUTES.classCounts, page(async () => (await import('../pages/class-counts-page.tsx')).ClassCountsPage)],
  [ROUTES.me, page(async () => (await import('../pages/me-page.tsx')).MePage)],
  [ROUTES.link, page(async () => (await import('../pages/link-page.tsx')).LinkPage)],
  [ROUTES.notices, page(async () => (await import('../pages/notices-page.tsx')).NoticesPage)],
  [ROUTES.myData, page(async () => (await import('../pages/my-data-page.tsx')).MyDataPage)],
  [ROUTES.privacy, page(async () => (await import('../pages/privacy-page.tsx')).PrivacyPage)],
  [ROUTES.terms, page(async () => (await import('../pages/terms-page.tsx')).TermsPage)],
];

interface AppProps {
  readonly services: Services;
}

export function App({ services }: AppProps) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={services.queries}>
        <ZMPRouter>
          <OpenLaunchAddress services={services} />
          <AskLayer services={services} />
          <Suspense fallback={<Opening />}>
            <Routes>
              <Route path={ROUTES.ask} element={null} />
              {PAGES.map(([path, Page]) => (
                <Route key={path} path={path} element={<Page services={services} />} />
              ))}
              <Route path="*" element={<Navigate to="/" replace />} />
            </Routes>
          </Suspense>
        </ZMPRouter>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

/**
 * Hỏi đáp stays once it was opened, so that the conversation keeps its place and a question under way goes on; while
 * another page is open it can be neither seen nor reached.
 */
function AskLayer({ services }: AppProps) {
  const isOnTop = useMatch(ROUTES.ask) !== null;
  const opened = useRef(false);
  opened.current ||= isOnTop;
  if (!opened.current) return null;
  return (
    <div style={isOnTop ? undefined : { visibility: 'hidden' }}>
      <Suspense fallback={<Opening />}>
        <AskPage services={services} />
      </Suspense>
    </div>
  );
}

function Opening() {
  return (
    <PageFrame title="Đang mở…">
      <p role="status">Xin chờ một chút.</p>
    </PageFrame>
  );
}

/** Goes once to the page that the link asked for; back leads to the first page. */
function OpenLaunchAddress({ services }: AppProps) {
  const navigate = useNavigate();
  useEffect(() => {
    const address = launchAddress(services.platform.launchParameters());
    if (address !== null) navigate(address);
  }, [navigate, services]);
  return null;
}
