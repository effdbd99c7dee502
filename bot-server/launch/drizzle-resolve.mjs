const botServer = new URL('../package.json', import.meta.url).href;

/** Node's resolve hook: drizzle-orm is looked up from the bot-server, whoever imports it. */
export function resolve(name, context, next) {
  return next(name, name.startsWith('drizzle-orm') ? { ...context, parentURL: botServer } : context);
}
