import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/layout.css';
import '../ui/styles/lists.css';
import '../ui/styles/document.css';
import '../ui/styles/prose.css';
import '../features/announcements/announcements.css';
import '../features/ask/chat.css';
import '../features/ask/answer.css';
import '../features/courses/courses.css';
import '../features/home/home.css';
import '../features/me/me.css';
import '../features/plan/plan.css';
import '../features/public-services/public-services.css';
import '../features/targets/targets.css';
import '../features/ward/ward.css';
import { createRoot } from 'react-dom/client';
import { createPlatform } from '../zalo/create-platform.ts';
import { App } from './app.tsx';
import { launchWard } from './launch-address.ts';
import { createServices } from './services.ts';

function start(): void {
  const platform = createPlatform(window);
  // Inside Zalo the host's own page is around us: language and title are ours to set.
  document.documentElement.lang = 'vi';
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
  void services.wards.load(launchWard(platform.launchParameters()));
  const mount = document.getElementById('app');
  if (mount === null) throw new Error('The page has no #app element');
  createRoot(mount).render(<App services={services} />);
}

start();
