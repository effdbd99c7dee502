export const ROLES = ['leader', 'official'] as const;
export type Role = (typeof ROLES)[number];

/** Whom the person at the keyboard plays. */
export interface Part {
  readonly role: Role;
  readonly unit: string | null;
}
