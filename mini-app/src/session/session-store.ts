import type { Persona, SessionReply, User } from '@phuong-so/shared/contracts/session';
import type { ApiClient, RequestOptions } from '../api/client.ts';
import { NetworkError, ServerError, TimeLimitError } from '../api/client.ts';
import { ENDPOINTS, type Endpoint } from '../api/endpoints.ts';
import type { Platform } from '../zalo/platform.ts';

/** A token is renewed when less than this is left of it. */
const RENEW_BEFORE_MS = 10 * 60_000;

/** Why nobody is signed in. `no_identity`: a browser, or Zalo gave no token; `left`: the person erased or left. */
export type SignedOutReason = 'not_asked' | 'no_identity' | 'offline' | 'server' | 'left';

export type SessionSnapshot =
  | { readonly kind: 'signed_in'; readonly user: User }
  | { readonly kind: 'signing_in' }
  | { readonly kind: 'signed_out'; readonly reason: SignedOutReason };

/** Something was to be done for a person, and nobody could be signed in. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';

  constructor(readonly reason: SignedOutReason) {
    super(`not signed in: ${reason}`);
  }
}

export interface DemoIdentity {
  readonly persona: Persona;
  readonly ward: string;
  readonly unit?: string;
  readonly group?: string;
}

export interface SessionDependencies {
  readonly client: ApiClient;
  readonly platform: Pick<Platform, 'kind' | 'accessToken'>;
  /** Epoch ms. */
  readonly now: () => number;
}

interface Held {
  readonly token: string;
  /** Epoch ms by this device's clock. */
  readonly expiresAt: number;
}

/** Who the person is to our server. Nothing is asked before a page needs it; the token is in memory only. */
export class SessionStore {
  #snapshot: SessionSnapshot = { kind: 'signed_out', reason: 'not_asked' };
  #held: Held | null = null;
  #demo: DemoIdentity | null = null;
  /** Sign-in or renewal under way; everyone who needs a token meanwhile waits for the same one. */
  #opening: Promise<string> | null = null;
  /** Tells a reply that comes after the person has left. */
  #visit = 0;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly dependencies: SessionDependencies) {}

  readonly snapshot = (): SessionSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The token when one is at hand; asks nobody. */
  token(): string | null {
    return this.#held !== null && this.#held.expiresAt > this.dependencies.now() ? this.#held.token : null;
  }

  /** For pages that show more to a known person: signs in silently where that is possible, and not after `leave`. */
  async begin(): Promise<void> {
    if (this.#snapshot.kind === 'signed_out' && this.#snapshot.reason === 'left') return;
    await this.ensureToken().catch(() => undefined);
  }

  /** A token that is good for some minutes. @throws NotSignedIn */
  async ensureToken(): Promise<string> {
    const left = (this.#held?.expiresAt ?? 0) - this.dependencies.now();
    if (this.#held !== null && left > RENEW_BEFORE_MS) return this.#held.token;
    return this.#open(left > 0 ? 'renew' : 'sign_in');
  }

  /** A call in the person's name; a refused token is replaced once. Rejects as `ApiClient` says, and with NotSignedIn. */
  async call<T>(endpoint: Endpoint<T>, options: Omit<RequestOptions, 'token'> = {}): Promise<T> {
    const token = await this.ensureToken();
    try {
      return await this.dependencies.client.call(endpoint, { ...options, token });
    } catch (thrown) {
      if (!isUnauthorised(thrown)) throw thrown;
      // Somebody else may have replaced it meanwhile.
      if (this.#held?.token === token) this.#held = null;
      return this.dependencies.client.call(endpoint, { ...options, token: await this.ensureToken() });
    }
  }

  /** After a code was used: rights have changed, and so has the token. It is good for as long as the one before. */
  replace(token: string, user: User): void {
    if (this.#held !== null) this.#held = { ...this.#held, token };
    this.#show({ kind: 'signed_in', user });
  }

  /** In a browser, at a server in demonstration mode. @throws NotSignedIn inside Zalo, ApiClient's errors otherwise */
  async signInAs(identity: DemoIdentity): Promise<void> {
    if (this.dependencies.platform.kind !== 'browser') throw new NotSignedIn('no_identity');
    this.leave();
    this.#demo = identity;
    await this.ensureToken();
  }

  /** Forgets who the person is, until a page has something to do in their name. */
  leave(): void {
    this.#visit += 1;
    this.#held = null;
    this.#demo = null;
    this.#opening = null;
    this.#show({ kind: 'signed_out', reason: 'left' });
  }

  #open(how: 'renew' | 'sign_in'): Promise<string> {
    if (this.#opening !== null) return this.#opening;
    const visit = this.#visit;
    const opening = this.#obtain(how, visit).finally(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    this.#opening = opening;
    return opening;
  }

  async #obtain(how: 'renew' | 'sign_in', visit: number): Promise<string> {
    const { client } = this.dependencies;
    if (how === 'renew' && this.#held !== null) {
      const { token } = this.#held;
      try {
        return this.#take(await client.call(ENDPOINTS.renewSession, { token }), visit);
      } catch (thrown) {
        // While the network is away the old one still serves; when the server does not know it any more, a new one.
        if (!isUnauthorised(thrown)) return token;
        this.#held = null;
      }
    }
    return this.#signIn(visit);
  }

  async #signIn(visit: number): Promise<string> {
    if (this.#snapshot.kind !== 'signed_in') this.#show({ kind: 'signing_in' });
    try {
      return this.#take(await this.#newSession(), visit);
    } catch (thrown) {
      const reason = reasonOf(thrown);
      if (visit === this.#visit) this.#show({ kind: 'signed_out', reason });
      throw new NotSignedIn(reason);
    }
  }

  async #newSession() {
    const { client, platform } = this.dependencies;
    if (this.#demo !== null && platform.kind === 'browser') {
      return client.call(ENDPOINTS.demoSignIn, { body: this.#demo });
    }
    const accessToken = await platform.accessToken();
    if (accessToken === null) throw new NotSignedIn('no_identity');
    return client.call(ENDPOINTS.signIn, { body: { accessToken } });
  }

  #take({ token, expires_in, user }: SessionReply, visit: number): string {
    if (visit !== this.#visit) throw new NotSignedIn('left');
    this.#held = { token, expiresAt: this.dependencies.now() + expires_in * 1000 };
    this.#show({ kind: 'signed_in', user });
    return token;
  }

  #show(snapshot: SessionSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}

function isUnauthorised(thrown: unknown): boolean {
  return thrown instanceof ServerError && thrown.status === 401;
}

function reasonOf(thrown: unknown): SignedOutReason {
  if (thrown instanceof NotSignedIn) return thrown.reason;
  if (thrown instanceof NetworkError || thrown instanceof TimeLimitError) return 'offline';
  return isUnauthorised(thrown) ? 'no_identity' : 'server';
}
