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

/** Pages that read their ward from their own address: a link to one shows that ward and leaves the chosen one alone. */
const OF_ANY_WARD: ReadonlySet<string> = new Set([ROUTES.plan, ROUTES.section, ROUTES.tasks, ROUTES.targets]);

/** The ward that the app is opened for: a link from a ward's own page. null = none, the remembered one stays chosen. */
export function launchWard(parameters: URLSearchParams): string | null {
  const page = launchAddress(parameters)?.split('?')[0];
  if (page !== undefined && OF_ANY_WARD.has(page)) return null;
  return parameters.get('phuong') ?? parameters.get('ward');
}
