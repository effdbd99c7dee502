/** Gives the token to speak with; `renew` when Zalo has just refused this one. */
export interface AccessSource {
  current(oaId: string): Promise<Access>;
  renew(oaId: string, refusedToken: string): Promise<Access>;
}
export type Access =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly retryAt: number };
