/** Who may be signed in. `admin` runs the service; the other three are those of whom questions come. */
export type SessionRole = 'resident' | 'leader' | 'official' | 'admin';

/** Who is asking, as the service itself has established it. Nothing here ever comes from a request's body. */
export interface Session {
  /** Stable id of the person within this service. */
  readonly subject: string;
  readonly name: string | null;
  readonly role: SessionRole;
  /** The ward in which the role holds; null for people without a role anywhere. */
  readonly ward: string | null;
  readonly unit: string | null;
  readonly group: string | null;
  /** Made by demo mode; worth nothing outside it. */
  readonly demo: boolean;
}
