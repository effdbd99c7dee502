/** Makes ids that are unique without asking a database. */
export interface Ids {
  /** A new id, never given before: letters, digits and hyphens, at most 40 characters. */
  next(): string;
}
