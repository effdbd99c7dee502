import { PASSAGE_PARAMETERS } from '../pages/addresses.ts';

/**
 * The page that a Zalo link asks for: zalo.me/s/<id>/?p=trich-dan/<ward>&van-ban=…&muc=…. A query is what surely arrives.
 * Anything that is not a page of this app is ignored. null = stay where we are.
 */
export function launchAddress(parameters: URLSearchParams): string | null {
  const page = parameters.get('p');
  if (page === null || !/^(trich-dan\/[\w-]+|chon-phuong)$/.test(page)) return null;
  const query = new URLSearchParams();
  for (const name of PASSAGE_PARAMETERS) {
    const value = parameters.get(name);
    if (value !== null) query.set(name, value);
  }
  const rest = query.toString();
  return rest === '' ? `/${page}` : `/${page}?${rest}`;
}
