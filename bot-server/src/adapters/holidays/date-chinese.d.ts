/** What is used of the package; its own types are hidden by its `exports`. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    constructor(cycle?: number, year?: number, month?: number, leap?: boolean, day?: number);
    fromGregorian(year: number, month: number, day: number): this;
    /** [cycle, year of the cycle, month, leap, day] */
    get(): number[];
    /** Julian day of midnight in Hanoi. */
    toJDE(): number;
    newYear(gregorianYear: number): number;
  }
}
