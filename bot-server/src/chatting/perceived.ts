/** What became of a recording or a picture. Words are masked, and are treated like typed ones everywhere. */
export type Perceived =
  | { readonly kind: 'heard' | 'read'; readonly words: string }
  /** It shows somebody's identity paper: nothing of it is used. */
  | { readonly kind: 'identity_paper' };
