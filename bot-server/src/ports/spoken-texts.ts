/** What the service itself has said, for it alone to read aloud: nobody else's words can be put into its mouth. */
export interface SpokenTexts {
  /** A text that only this service can write; it holds the words and names nobody. Good for two hours. */
  issue(text: SpokenText): string;
  /** null when it is not ours, was changed, or is too old. Never throws. */
  read(token: string): SpokenText | null;
}

export interface SpokenText {
  /** Key of the ward that said it. */
  readonly ward: string;
  /** In words, a recording each. */
  readonly parts: readonly string[];
}
