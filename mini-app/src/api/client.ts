import { errorReply } from '@phuong-so/shared/contracts/error';
import type { Endpoint } from './endpoints.ts';

/** No reply came: no network, address not found, connection lost. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** The server took longer than the time limit. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** The server replied with an error, or with something that is not the agreed shape (`code: 'bad_reply'`). */
export class ServerError extends Error {
  override readonly name = 'ServerError';

  constructor(
    readonly status: number,
    readonly code: string,
    /** Vietnamese, from the server; empty when the server gave none. */
    readonly shown: string,
    /** Seconds after which to try again; null when the server names none. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(`${status} ${code}`);
  }
}

export interface RequestOptions {
  /** Fill the `:name` parts of the endpoint's path. */
  readonly path?: Readonly<Record<string, string>>;
  /** null and undefined are left out. */
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
  /** A file goes as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Longer than the client's own for what is large. */
  readonly timeLimitMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** A session token of our own server; goes into the Authorization header. */
  readonly token?: string | null;
}

export interface ApiClient {
  /** Rejects with NetworkError, TimeLimitError, ServerError, or the signal's AbortError. */
  call<T>(endpoint: Endpoint<T>, options?: RequestOptions): Promise<T>;
  /** The reply as it comes, unread and without a time limit: for streams. Rejects as `fetch` does, and with ServerError. */
  open(endpoint: Pick<Endpoint<unknown>, 'method' | 'path'>, options?: RequestOptions): Promise<Response>;
}

export interface ApiClientSettings {
  /** Empty = the page's own origin. No slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly timeLimitMs: number;
}

export function createApiClient(settings: ApiClientSettings): ApiClient {
  return {
    async call({ method, path, reply }, options = {}) {
      const { response, text } = await send(settings, method, addressOf(path, options), options);
      const body = parseJson(text);
      if (!response.ok) throw toServerError(response, body);
      const parsed = reply.safeParse(body);
      if (!parsed.success) throw new ServerError(response.status, 'bad_reply', '', null);
      return parsed.data;
    },
    async open({ method, path }, options = {}) {
      const response = await request(settings, method, addressOf(path, options), options, options.signal);
      if (!response.ok) throw toServerError(response, parseJson(await response.text()));
      return response;
    },
  };
}

/** "/plans/:ward" → "/plans/an-binh?x=1". @throws RangeError for a part that is not given */
function addressOf(pattern: string, { path = {}, query = {} }: RequestOptions): string {
  const filled = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new RangeError(`the address ${pattern} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

async function send(settings: ApiClientSettings, method: string, path: string, options: RequestOptions) {
  const limit = new AbortController();
  let late = false;
  const { timeLimitMs = settings.timeLimitMs } = options;
  const timer = setTimeout(() => {
    late = true;
    limit.abort();
  }, timeLimitMs);
  const stop = () => limit.abort();
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted) stop();
  try {
    const response = await request(settings, method, path, options, limit.signal);
    // The time limit covers the body too: on a weak network the first bytes come and the rest does not.
    return { response, text: await response.text() };
  } catch (thrown) {
    if (options.signal?.aborted) throw new DOMException('stopped', 'AbortError');
    if (late) throw new TimeLimitError(`no reply within ${timeLimitMs} ms`, { cause: thrown });
    throw new NetworkError('no reply', { cause: thrown });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
}

function request(
  { fetch, baseUrl }: ApiClientSettings,
  method: string,
  path: string,
  options: RequestOptions,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { body } = options;
  return fetch(baseUrl + path, {
    method,
    // Identity travels in headers: a Mini App has no cookies.
    credentials: 'omit',
    headers: headersOf(options),
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function headersOf({ body, token }: RequestOptions): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toServerError(response: Response, body: unknown): ServerError {
  const parsed = errorReply.safeParse(body);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ServerError(
    response.status,
    parsed.success ? parsed.data.error.code : 'unknown',
    parsed.success ? parsed.data.error.message : '',
    Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
  );
}
