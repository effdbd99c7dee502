import type { PassageAddress } from '../api/phuong-so-api.ts';

/** Route patterns, under the app's base path. */
export const ROUTES = {
  ask: '/',
  ward: 'chon-phuong',
  passage: 'trich-dan/:ward/:documentId/:sectionId',
} as const;

export const WARD_ADDRESS = '/chon-phuong';

/** The page of a cited passage; can be shared and opened again. */
export function passageAddress({ ward, documentId, sectionId, quote }: PassageAddress): string {
  const path = ['trich-dan', ward, documentId, sectionId].map(encodeURIComponent).join('/');
  return quote === '' ? `/${path}` : `/${path}?quote=${encodeURIComponent(quote)}`;
}
