/** Codes by which people of a class say that they are there. Who has never been shown one cannot make one. */
export interface CheckInCodes {
  /** Six letters and digits that are not mistaken for each other, the same for the same class and step. */
  code(classId: string, step: number): string;
}
