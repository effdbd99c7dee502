import { lookup as lookUp } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { MediaFailure, type MediaFiles } from '../../ports/media.ts';
import { type Allowed, allowed } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';

export interface FetchOptions {
  readonly hosts: readonly string[];
  /** Names to addresses; the machine's own way unless a test has another. */
  readonly lookup?: LookupFunction;
}

/** An address may lead to another one so often, each of them allowed for itself. */
const MOST_REDIRECTS = 2;

/**
 * Fetches files from allowed hosts. The address that a name stands for is looked at as the connection is made to it, so a
 * name that changes in between leads nowhere else. Nothing is written to disk; no cookie, token or name of ours goes along.
 */
export function fetchedFiles({ hosts, lookup = machineLookup }: FetchOptions): MediaFiles {
  return {
    async fetch(address, mostBytes, signal) {
      let next = address;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const response = await open(allowed(next, hosts), lookup, signal);
        const to = redirectOf(response);
        if (to === null) return readWhole(response, mostBytes, signal);
        response.destroy();
        if (!URL.canParse(to, next)) throw new MediaFailure('host', 'redirected to no address');
        next = new URL(to, next).href;
      }
      throw new MediaFailure('host', 'redirected too often');
    },
  };
}

const machineLookup: LookupFunction = (name, options, done) => lookUp(name, options, done);

function open({ url, mustBePublic }: Allowed, lookup: LookupFunction, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.get(url, {
      ...{ signal, agent: false, headers: { accept: '*/*' } },
      ...(mustBePublic ? { lookup: publicOnly(lookup) } : {}),
    });
    request.once('response', resolve);
    request.once('error', (error) => reject(asFailure(error, signal)));
  });
}

/** One address that is not public, and none is connected to. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const all = typeof found === 'string' ? [{ address: found, family: 0 }] : found;
      const [first] = all;
      if (first === undefined || !all.every(({ address }) => isPublicAddress(address)))
        return done(new MediaFailure('host', 'not a public address'), []);
      return options.all ? done(null, all) : done(null, first.address, first.family);
    });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return statusCode >= 300 && statusCode < 400 ? (headers.location ?? '') : null;
}

async function readWhole(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode === 404 || statusCode === 403 || statusCode === 410)
      throw new MediaFailure('gone', `status ${statusCode}`);
    if (statusCode !== 200) throw new MediaFailure('unreachable', `status ${statusCode}`);
    if (Number(headers['content-length'] ?? 0) > mostBytes) throw new MediaFailure('too_large', 'as it says itself');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new MediaFailure('too_large', 'more than allowed');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    response.destroy();
    throw asFailure(error, signal);
  }
}

function asFailure(error: unknown, signal: AbortSignal): MediaFailure {
  if (error instanceof MediaFailure) return error;
  if (signal.aborted) return new MediaFailure('timeout', 'no file in time');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new MediaFailure('unreachable', /^[A-Z0-9_]{2,40}$/.test(code) ? code : 'no code');
}
