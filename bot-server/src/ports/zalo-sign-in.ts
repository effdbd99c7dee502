/** Asks Zalo who holds a Mini App access token. */
export interface ZaloSignIn {
  /** The person; null when Zalo does not accept the token. @throws ZaloUnavailable when Zalo gives no usable answer. */
  verify(accessToken: string): Promise<ZaloPerson | null>;
}

export interface ZaloPerson {
  /** Id of the person within the Zalo app. */
  readonly id: string;
  /** null unless the person agreed to share it. */
  readonly name: string | null;
}

/** Zalo did not answer in time, or not in its documented form: worth another try later. */
export class ZaloUnavailable extends Error {}
