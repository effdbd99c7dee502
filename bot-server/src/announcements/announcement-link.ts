/**
 * An announcement's page in the Mini App; in Zalo as in a browser the query says which page is meant. `app`: where the Mini
 * App opens, without a final slash; null = unknown.
 */
export function announcementLink(app: string | null, { id, ward }: { readonly id: string; readonly ward: string }) {
  if (app === null) return null;
  return `${app}/?p=thong-bao/tin&ma=${encodeURIComponent(id)}&phuong=${encodeURIComponent(ward)}`;
}
