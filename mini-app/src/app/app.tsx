import { useEffect } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router-dom';
import { App as ZaloApp, ZMPRouter } from 'zmp-ui';
import { ROUTES } from '../pages/addresses.ts';
import { AskPage } from '../pages/ask-page.tsx';
import { PassagePage } from '../pages/passage-page.tsx';
import type { Services } from '../pages/services.ts';
import { WardPage } from '../pages/ward-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { launchAddress } from './launch-address.ts';

interface AppProps {
  readonly services: Services;
}

export function App({ services }: AppProps) {
  return (
    <ErrorBoundary>
      <ZaloApp>
        <ZMPRouter>
          <OpenLaunchAddress services={services} />
          <Routes>
            <Route path={ROUTES.ask} element={<AskPage services={services} />}>
              <Route path={ROUTES.ward} element={<WardPage services={services} />} />
              <Route path={ROUTES.passage} element={<PassagePage services={services} />} />
            </Route>
            <Route path="*" element={<Navigate to="/" replace />} />
          </Routes>
        </ZMPRouter>
      </ZaloApp>
    </ErrorBoundary>
  );
}

/** Goes once to the page that the link asked for; back leads to the chat. */
function OpenLaunchAddress({ services }: AppProps) {
  const navigate = useNavigate();
  useEffect(() => {
    const address = launchAddress(services.platform.launchParameters());
    if (address !== null) navigate(address);
  }, [navigate, services]);
  return null;
}
