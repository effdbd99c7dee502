import { isIP } from 'node:net';
import { MediaFailure } from '../../ports/media.ts';

/**
 * Where files may come from. "zdn.vn": this host and those below it, by https on its usual port, never on a private
 * address. "http://127.0.0.1:9000": exactly this origin, as an operator who names it wants it (a stand-in for Zalo).
 */
export interface Allowed {
  readonly url: URL;
  /** Its addresses must be public ones: the name is not the operator's own. */
  readonly mustBePublic: boolean;
}

/** @throws MediaFailure 'host' for every address that is not allowed */
export function allowed(address: string, hosts: readonly string[]): Allowed {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw new MediaFailure('host', 'no address');
  if (hosts.some((host) => host.includes('://') && new URL(host).origin === url.origin))
    return { url, mustBePublic: false };
  const isNamed = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  if (!isNamed || !isPlain || isIP(url.hostname) !== 0) throw new MediaFailure('host', 'not an allowed host');
  return { url, mustBePublic: true };
}
