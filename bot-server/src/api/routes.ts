import type { Route } from './route.ts';
import { ask } from './routes/ask.ts';
import { targets, tasks } from './routes/facts.ts';
import { home } from './routes/home.ts';
import { planText } from './routes/plan-text.ts';
import { passage, plans } from './routes/plans.ts';
import { demoSignIn, me, signIn } from './routes/session.ts';
import { wards } from './routes/wards.ts';

/** Every route of /api/v1: registered, described and tested from this one table. */
export const ROUTES: readonly Route[] = [
  ask,
  wards,
  home,
  plans,
  planText,
  passage,
  tasks,
  targets,
  signIn,
  demoSignIn,
  me,
];
