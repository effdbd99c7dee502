const CREDENTIALS = /^ZALO_(APP_ID|APP_SECRET|OA_ID|OA_SECRET_KEY|OA_REFRESH_TOKEN|MINI_APP_API_KEY)(__[A-Z0-9_]+)?$/;

/**
 * `npm start` on a fresh clone is a demonstration. It stops being one as soon as DEMO or any Zalo credential is set;
 * the server itself never turns demo mode on by its own.
 */
export function demoEnvironment(env) {
  const configured = Object.keys(env).some((name) => CREDENTIALS.test(name) && env[name]);
  return env.DEMO || configured ? {} : { DEMO: '1' };
}
