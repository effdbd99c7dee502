import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/choosing.css';
import '../ui/styles/layout.css';
import '../ui/styles/lists.css';
import '../ui/styles/document.css';
import '../ui/styles/picture.css';
import '../ui/styles/prose.css';
import './splash.css';
import '../features/announcements/announcements.css';
import '../features/announcements/replies.css';
import '../features/ask/chat.css';
import '../features/ask/answer.css';
import '../features/classes/classes.css';
import '../features/courses/certificate.css';
import '../features/courses/courses.css';
import '../features/courses/quiz.css';
import '../features/home/home.css';
import '../features/me/me.css';
import '../features/plan/plan.css';
import '../features/public-services/finder.css';
import '../features/public-services/one-visit.css';
import '../features/public-services/public-services.css';
import '../features/scam-practice/scam-practice.css';
import '../features/sending/reach.css';
import '../features/sending/sending.css';
import '../features/targets/targets.css';
import '../features/ward/ward.css';
import '../features/work/work.css';
import { showSplash, tellFailure } from './splash.ts';

/**
 * The first file is small, so that a slow phone shows what is opening instead of a white screen; the app itself comes
 * after it. Every style is listed here, because Zalo loads one style sheet, before any script.
 */
async function open(): Promise<void> {
  // Inside Zalo the host's own page is around us: language and title are ours to set.
  document.documentElement.lang = 'vi';
  const mount = document.getElementById('app');
  if (mount === null) throw new Error('The page has no #app element');
  showSplash(mount);
  try {
    const { start } = await import('./start.tsx');
    start(mount);
  } catch (failure) {
    tellFailure(mount);
    throw failure;
  }
}

void open();
