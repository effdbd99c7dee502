import type { Route } from './route.ts';
import { app } from './routes/app.ts';
import { ask } from './routes/ask.ts';
import { targets, tasks } from './routes/facts.ts';
import { course, courses, service, services } from './routes/library.ts';
import { passage, plans } from './routes/plans.ts';
import { demoSignIn, me, signIn } from './routes/session.ts';
import { wards } from './routes/wards.ts';

const LIBRARY: readonly Route[] = [app, services, service, courses, course];

/** Every route of /api/v1: registered, described and tested from this one table. */
export const ROUTES: readonly Route[] = [
  ask,
  wards,
  plans,
  passage,
  tasks,
  targets,
  signIn,
  demoSignIn,
  me,
  ...LIBRARY,
];
