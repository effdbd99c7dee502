import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { PageHeader } from './page-header.tsx';

/** Nobody pulls before there is something to read. */
const PullToRefresh = lazy(async () => ({ default: (await import('./pull-to-refresh.tsx')).PullToRefresh }));

/** How far each visited page was scrolled, for coming back to it. */
const places = new Map<string, number>();
const MOST_PLACES = 50;

interface PageFrameProps {
  readonly title: string;
  /** Shows a back button; root pages have the navigation instead. */
  readonly onBack?: () => void;
  readonly actions?: ReactNode;
  /** A second line under the title. */
  readonly note?: ReactNode;
  /** Under the page: the navigation or a form. */
  readonly foot?: ReactNode;
  /** Pulling down reads the page's content again. */
  readonly onRefresh?: () => Promise<void>;
  readonly children: ReactNode;
}

/** Every page but the chat: header, scrolling content, foot. Remembers its scroll, tells screen readers where they are. */
export function PageFrame({ title, onBack, actions, note, foot, onRefresh, children }: PageFrameProps) {
  const main = useRef<HTMLElement>(null);
  useKeptScroll(main);
  useArrival(main);
  return (
    <div className="page">
      <PageHeader title={title} actions={actions} {...(onBack ? { onBack } : {})}>
        {note}
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable with the keyboard */}
      <main ref={main} className="page-main" tabIndex={0} aria-label={title}>
        {onRefresh && (
          <Suspense fallback={null}>
            <PullToRefresh scroller={main} onRefresh={onRefresh} />
          </Suspense>
        )}
        {children}
      </main>
      {foot}
    </div>
  );
}

function useKeptScroll(main: React.RefObject<HTMLElement>): void {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const element = main.current;
    if (element === null) return;
    element.scrollTop = places.get(key) ?? 0;
    return () => {
      if (places.size >= MOST_PLACES) places.clear();
      places.set(key, element.scrollTop);
    };
  }, [key, main]);
}

/** Not on the first page of a visit: there the reader begins at the top by itself. */
function useArrival(main: React.RefObject<HTMLElement>): void {
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page
  useEffect(() => {
    if (key !== 'default') main.current?.focus({ preventScroll: true });
  }, []);
}
