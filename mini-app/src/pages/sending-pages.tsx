import { Navigate, Route, Routes } from 'react-router-dom';
import { ROUTES } from './addresses.ts';
import { CorrectPage } from './correct-page.tsx';
import { HandoutsPage } from './handouts-page.tsx';
import { LoudScriptPage } from './loud-script-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { ReachPage } from './reach-page.tsx';
import { SendingListPage } from './sending-list-page.tsx';
import { SendingPage } from './sending-page.tsx';
import type { PageProps } from './services.ts';
import { UnreachedPage } from './unreached-page.tsx';
import { WritePage } from './write-page.tsx';

const PAGES = [
  [ROUTES.sending, SendingListPage],
  [ROUTES.writeSending, WritePage],
  [ROUTES.previewSending, PreviewPage],
  [ROUTES.oneSending, SendingPage],
  [ROUTES.correctSending, CorrectPage],
  [ROUTES.unreached, UnreachedPage],
  [ROUTES.handouts, HandoutsPage],
  [ROUTES.loudScript, LoudScriptPage],
  [ROUTES.reach, ReachPage],
] as const;

/** The pages of those who send announcements come together, for the first screen knows one address of them all. */
export function SendingPages({ services }: PageProps) {
  return (
    <Routes>
      {PAGES.map(([path, Page]) => (
        <Route key={path} path={path.slice(ROUTES.sending.length)} element={<Page services={services} />} />
      ))}
      <Route path="*" element={<Navigate to={ROUTES.sending} replace />} />
    </Routes>
  );
}
