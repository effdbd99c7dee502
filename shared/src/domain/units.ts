/** A unit (phòng, trung tâm, công an, tổ dân phố …) with everything people and documents call it. */
export interface Unit {
  readonly id: string;
  /** Full name for display. */
  readonly name: string;
  readonly kind:
    | 'department'
    | 'centre'
    | 'police'
    | 'committee'
    | 'neighbourhood'
    | 'organisation'
    | 'party'
    | 'council'
    | 'authority'
    | 'group'
    | 'community'
    | 'school'
    | 'higher';
  /** Spellings that documents print. */
  readonly spellings: readonly string[];
  /** What people type: abbreviations and everyday names. */
  readonly nicknames: readonly string[];
}
