import { PAGE_PARAMETERS, ROUTES } from '../pages/addresses.ts';

const PAGES = new Set(Object.values(ROUTES).filter((route) => !route.includes(':')));

/**
 * The page that a Zalo link asks for: zalo.me/s/<id>/?p=trich-dan/<ward>&van-ban=…&muc=…. A query is what surely arrives.
 * Anything that is not a page of this app is ignored. null = stay where we are.
 */
export function launchAddress(parameters: URLSearchParams): string | null {
  const asked = parameters.get('p');
  if (asked === null || asked === '') return null;
  const page = `/${asked}`;
  if (!(PAGES as ReadonlySet<string>).has(page) && !/^\/trich-dan\/[\w-]+$/.test(page)) return null;
  const query = new URLSearchParams();
  for (const name of PAGE_PARAMETERS) {
    const value = parameters.get(name);
    if (value !== null) query.set(name, value);
  }
  const rest = query.toString();
  return rest === '' ? page : `${page}?${rest}`;
}
