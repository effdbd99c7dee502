import { createRoot } from 'react-dom/client';
import { createPlatform } from '../zalo/create-platform.ts';
import { App } from './app.tsx';
import { launchWard } from './launch-address.ts';
import { createServices } from './services.ts';

/** Puts the app in the place of the splash. */
export function start(mount: HTMLElement): void {
  const platform = createPlatform(window);
  document.documentElement.dataset.platform = platform.kind;
  const services = createServices({
    platform,
    fetch: (input, init) => window.fetch(input, init),
    apiBase: import.meta.env.VITE_API_BASE ?? '',
    now: () => Date.now(),
    root: document.documentElement,
  });
  void services.appearance.load();
  void services.conversation.load();
  void services.wards.load(launchWard(platform.launchParameters(), window.location.pathname));
  createRoot(mount).render(<App services={services} />);
}
