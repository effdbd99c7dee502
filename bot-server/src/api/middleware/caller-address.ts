import type { Context } from 'hono';
import type { ApiEnv } from '../environment.ts';

/**
 * Whom to count a request against. Behind a proxy the last X-Forwarded-For entry is the one that the proxy itself saw;
 * what stands before it can be made up by the caller. IPv6 callers are counted by their /64 network.
 */
export function callerAddress(c: Context<ApiEnv>, behindProxy: boolean): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return network(forwarded || peer);
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const known =
    tail === undefined
      ? groups
      : [...groups, ...Array(Math.max(0, 8 - groups.length - tail.split(':').length)).fill('0')];
  return `${known.slice(0, 4).join(':')}::/64`;
}
