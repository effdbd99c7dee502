/**
 * The page that a Zalo link asks for. Links of the form zalo.me/s/<id>/?p=trich-dan/… are the ones that surely arrive;
 * anything that is not a path of this app is ignored. null = stay where we are.
 */
export function launchAddress(parameters: URLSearchParams): string | null {
  const page = parameters.get('p');
  if (page === null || !/^\/?(trich-dan\/|chon-phuong$)/.test(page)) return null;
  const path = page.replace(/^\/?/, '/');
  const quote = parameters.get('quote');
  return quote === null || path.includes('?') ? path : `${path}?quote=${encodeURIComponent(quote)}`;
}
