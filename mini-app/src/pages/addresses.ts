import type { PassageAddress } from '../api/phuong-so-api.ts';

/** Route patterns, under the app's base path. */
export const ROUTES = {
  ask: '/',
  ward: 'chon-phuong',
  passage: 'trich-dan/:ward',
} as const;

export const WARD_ADDRESS = '/chon-phuong';

// Document and section stand in the query: they may hold dots ("IV.2"), and a server takes a path that ends in one for a file.
const DOCUMENT = 'van-ban';
const SECTION = 'muc';
const QUOTE = 'trich';
/** The query parts of a passage's address; a link into Zalo carries them beside its own. */
export const PASSAGE_PARAMETERS = [DOCUMENT, SECTION, QUOTE] as const;

/** The page of a cited passage; can be shared and opened again. */
export function passageAddress({ ward, documentId, sectionId, quote }: PassageAddress): string {
  const query = new URLSearchParams({ [DOCUMENT]: documentId, [SECTION]: sectionId });
  if (quote !== '') query.set(QUOTE, quote);
  return `/trich-dan/${encodeURIComponent(ward)}?${query.toString()}`;
}

/** The other way round; a part that the address lacks is empty, and the server then finds no passage. */
export function readPassageAddress(ward: string | undefined, query: URLSearchParams): PassageAddress {
  return {
    ward: ward ?? '',
    documentId: query.get(DOCUMENT) ?? '',
    sectionId: query.get(SECTION) ?? '',
    quote: query.get(QUOTE) ?? '',
  };
}
