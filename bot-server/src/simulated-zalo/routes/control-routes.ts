import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { type AccountControl, accountControl, accountOf, type SimulatedZaloControl } from '../control.ts';
import { ATTACHMENTS, type AttachmentKind, type ZaloEvent } from '../events.ts';
import type { SimulationEnv } from '../faults/disturb.ts';
import { OPERATIONS, outcomeSchema } from '../faults/outcomes.ts';
import { chatOf } from '../people/account.ts';
import type { SimulatedPerson } from '../people/person-control.ts';
import type { World } from '../world.ts';

type Ctx = Context<SimulationEnv>;
const ids = z.string().min(1);
const kinds = Object.keys(ATTACHMENTS) as [AttachmentKind, ...AttachmentKind[]];
const saySchema = z.object({
  text: z.string().min(1),
  quotes: ids.optional(),
  times: z.int().min(1).max(9).optional(),
});
const sendSchema = z.object({ kind: z.enum(kinds), text: z.string().optional() });
const eventSchema = z.looseObject({ app_id: z.string(), event_name: z.string(), timestamp: z.string() });
const outcomesSchema = z.object({ operation: z.enum(OPERATIONS), outcomes: z.array(outcomeSchema) });
const rateSchema = z.number().min(0).max(1).optional();
const ratesSchema = z.object({
  ...{ error32: rateSchema, http5xx: rateSchema, invalidToken: rateSchema, error200: rateSchema },
  ...{ cutAfterDelivery: rateSchema, cutBeforeDelivery: rateSchema, garbled: rateSchema },
});

/** What needs nothing but the person: `POST /_control/people/<id>/<name>`. */
const GESTURES: Readonly<Record<string, (person: SimulatedPerson) => ZaloEvent>> = {
  follow: (person) => person.follows(),
  unfollow: (person) => person.unfollows(),
  'open-chat': (person) => person.opensChat(),
  'submit-info': (person) => person.submitsInfo(),
  withdraw: (person) => person.withdraws(),
  receive: (person) => person.receives(),
  see: (person) => person.sees(),
  react: (person) => person.reacts(),
};

/**
 * The control for another process: the terminal chat, curl. `?oa=` names an account other than the first. For programs on
 * this machine only: a browser's page is refused, whatever site it came from.
 */
export function controlRoutes(world: World, control: SimulatedZaloControl): Hono<SimulationEnv> {
  const app = new Hono<SimulationEnv>();
  app.use(async (c, next) => {
    const host = c.req.header('host')?.replace(/:\d+$/, '');
    if (c.req.header('origin') !== undefined || (host !== '127.0.0.1' && host !== 'localhost')) return c.text('', 403);
    return next();
  });
  app.onError((error, c) => c.json({ error: error.message }, error instanceof HTTPException ? error.status : 400));
  app.get('/', (c) => c.json(describe(world, control)));
  peopleRoutes(app, world);
  faultRoutes(app, control);
  app.post('/webhook', async (c) => {
    control.webhook.setUrl((await body(c, z.object({ url: z.url().nullable() }))).url);
    return c.json({ ok: true });
  });
  app.post('/events', async (c) => c.json({ event: account(world, c).deliver(await body(c, eventSchema)) }));
  app.post('/oa-type', async (c) => {
    account(world, c).setOaType((await body(c, z.object({ type: z.int() }))).type);
    return c.json({ ok: true });
  });
  return app;
}

function peopleRoutes(app: Hono<SimulationEnv>, world: World): void {
  app.get('/people/:id/messages', (c) => {
    const after = z.coerce.number().int().nonnegative().default(0).parse(c.req.query('after'));
    const { oaId } = account(world, c);
    const messages = chatOf(accountOf(world, oaId), c.req.param('id')).filter(({ seq }) => seq > after);
    return c.json({ messages, after: messages.at(-1)?.seq ?? after });
  });
  app.post('/people/:id/say', async (c) => {
    const { text, quotes, times } = await body(c, saySchema);
    const options = { ...(quotes === undefined ? {} : { quotes }), ...(times === undefined ? {} : { times }) };
    return c.json({ event: person(world, c).writes(text, options) });
  });
  app.post('/people/:id/send', async (c) => {
    const { kind, text } = await body(c, sendSchema);
    return c.json({ event: person(world, c).sends(kind, text === undefined ? {} : { text }) });
  });
  app.post('/people/:id/press', async (c) => {
    return c.json({ event: person(world, c).presses((await body(c, z.object({ title: ids }))).title) });
  });
  app.post('/people/:id/staff', async (c) => {
    const { text } = await body(c, z.object({ text: z.string().min(1) }));
    return c.json({ event: account(world, c).staffWrites(c.req.param('id'), text) });
  });
  app.post('/people/:id/:gesture', (c) => {
    const act = GESTURES[c.req.param('gesture')];
    return act === undefined ? c.notFound() : c.json({ event: act(person(world, c)) });
  });
}

function faultRoutes(app: Hono<SimulationEnv>, control: SimulatedZaloControl): void {
  app.post('/outcomes', async (c) => {
    const { operation, outcomes } = await body(c, outcomesSchema);
    control.nextOutcomes(operation, ...outcomes);
    return c.json({ left: control.outcomesLeft(operation) });
  });
  app.post('/faults', async (c) => {
    const given = Object.entries(await body(c, ratesSchema)).filter(([, rate]) => rate !== undefined);
    control.setFaults(Object.fromEntries(given));
    return c.json({ ok: true });
  });
  const tokens = {
    expire: control.expireTokens,
    revoke: control.revokeAccessTokens,
    refuse: control.revokeRefreshTokens,
  };
  for (const [name, act] of Object.entries(tokens)) {
    app.post(`/tokens/${name}`, (c) => {
      act();
      return c.json({ ok: true });
    });
  }
}

function describe({ accounts }: World, { table, webhook }: SimulatedZaloControl): object {
  const lines = [...accounts.values()].map(({ settings, type, people, messages }) => {
    return { oaId: settings.oaId, name: settings.name, type, people: people.size, messages: messages.length };
  });
  const posts = { subscribed: webhook.isSubscribed(), attempts: webhook.attempts.length };
  return { simulation: true, accounts: lines, requests: table(), webhook: posts };
}

function account(world: World, c: Ctx): AccountControl {
  const oaId = c.req.query('oa');
  return accountControl(world, oaId === undefined ? world.firstAccount : accountOf(world, oaId));
}

function person(world: World, c: Ctx): SimulatedPerson {
  return account(world, c).person(ids.parse(c.req.param('id')));
}

async function body<T>(c: Ctx, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
  return parsed.data;
}
