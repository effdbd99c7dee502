import type { Config } from './config.ts';

/** The Mini App's id in addresses of this service where Zalo has given it none. */
export const UNREGISTERED_APP = 'demo';

/**
 * Where the Mini App opens, without a final slash: in Zalo, or, as long as it is not registered there, in a browser under
 * this service's own address; null where that is not configured either.
 */
export function miniAppLink({ publicUrl, zalo }: Pick<Config, 'publicUrl' | 'zalo'>): string | null {
  if (zalo.miniAppId !== null) return `https://zalo.me/s/${zalo.miniAppId}`;
  return publicUrl === null ? null : `${publicUrl}/zapps/${UNREGISTERED_APP}`;
}
