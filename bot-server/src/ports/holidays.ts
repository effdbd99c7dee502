/** Days on which the ward's announcements wait, emergencies excepted. */
export interface Holidays {
  /** What the day is ("Tết Nguyên đán"), for a day such as "2027-02-06"; null = an ordinary one. */
  on(day: string): string | null;
}
