import { ROUTES } from './addresses.ts';
import { CorrectPage } from './correct-page.tsx';
import { HandoutsPage } from './handouts-page.tsx';
import { LoudScriptPage } from './loud-script-page.tsx';
import { PageGroup } from './page-group.tsx';
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

/** For those who send announcements. */
export function SendingPages({ services }: PageProps) {
  return <PageGroup services={services} base={ROUTES.sending} pages={PAGES} />;
}
