/** What the ward lets a person do beyond a resident. Never claimed by the person, never in a request. */
export interface Rights {
  /** The right that holds now; null = a resident. */
  of(subject: string): Promise<Right | null>;
  /** Replaces whatever the person had. `by`: who gave it, an office and not a name. */
  give(subject: string, right: NewRight, by: string): Promise<void>;
  /** Ends it. False when there was none. */
  take(subject: string): Promise<boolean>;
  /** Everybody who holds a right in one of these wards now. */
  inWards(wards: readonly string[]): Promise<readonly Holder[]>;
}

export interface Holder extends Right {
  readonly subject: string;
}

export const GRANTED_ROLES = ['leader', 'official', 'admin'] as const;
export type GrantedRole = (typeof GRANTED_ROLES)[number];

export interface Right {
  readonly role: GrantedRole;
  /** Holds in this ward alone. */
  readonly ward: string;
  /** As the plan prints it: "Phòng Kinh tế, Hạ tầng và Đô thị". */
  readonly unit: string | null;
  /** Id of the neighbourhood group. */
  readonly group: string | null;
  /** Leads the unit: is reminded of what the unit has not done. Beyond that it allows nothing. */
  readonly head: boolean;
}

/** `head` absent = no. */
export type NewRight = Omit<Right, 'head'> & Partial<Pick<Right, 'head'>>;
