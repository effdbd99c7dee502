import '@testing-library/jest-dom/vitest';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../src/app/app.tsx';
import { createServices } from '../src/app/services.ts';
import { forgetVisits } from '../src/ui/use-visit-state.ts';
import { browserPlatform } from '../src/zalo/browser-platform.ts';
import type { Platform } from '../src/zalo/platform.ts';
import { FakeServer } from './fake-server.ts';

export interface OpenedApp {
  readonly server: FakeServer;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Closes the app and opens it again on the same device, as it was or with what is changed about it. */
  readonly reopen: (address?: string, phone?: Partial<Platform>) => Promise<void>;
}

// While the file is read: a test has the limit that held when it was described.
vi.setConfig({ testTimeout: 30_000 });

/** 09:00 in Vietnam. */
export const NOW = Date.parse('2026-11-21T02:00:00Z');

/** The whole app over a fake server, on a device that remembers nothing; `phone` changes the ordinary browser around it. */
export async function openApp(
  server = new FakeServer(),
  address = '/hoi-dap',
  phone: Partial<Platform> = {},
): Promise<OpenedApp> {
  // A generous limit: on a busy machine slowness is no fault of the app.
  configure({ asyncUtilTimeout: 8_000 });
  // jsdom lays nothing out and cannot scroll; the app calls this on every page.
  Element.prototype.scrollTo = () => undefined;
  window.localStorage.clear();
  const user = userEvent.setup();
  const reopen = async (at = '/hoi-dap', changed = phone) => {
    cleanup();
    forgetVisits();
    window.history.replaceState(null, '', at);
    const services = createServices({
      platform: { ...browserPlatform(window), ...changed },
      fetch: server.fetch,
      apiBase: '',
      now: () => NOW,
      root: document.documentElement,
    });
    render(<App services={services} />);
    await Promise.all([services.conversation.load(), services.wards.load(null), services.appearance.load()]);
  };
  await reopen(address);
  return { server, user, reopen };
}
