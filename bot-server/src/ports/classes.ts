import type { Learner, LearnerId } from '@phuong-so/shared/domain/learning';

/** Classes that people meet for, and who comes. A ward's reading gives that ward's alone. */
export interface Classes {
  open(wanted: NewClass): Promise<OpenClass>;
  /** null when there is none with this id. */
  byId(id: string): Promise<OpenClass | null>;
  /** Of the ward (and, with a group, the group's), not ended before `since` (epoch ms), by start. Cancelled ones too. */
  upcoming(ward: string, since: number, limit: number): Promise<readonly OpenClass[]>;
  /** Ends it for everybody, who are to be told. False when it was cancelled already or there is none with this id. */
  cancel(id: string, reason: string, at: number): Promise<boolean>;
  /**
   * A seat, or a place at the end of the waiting list when there is none left: of two people who ask at once for the last
   * seat exactly one gets it. Asking again gives what the person has, under whichever id. null when the class is cancelled,
   * has begun, or is not there.
   */
  take(classId: string, learner: Learner, wanted: NewPlace): Promise<ClassPlace | null>;
  /**
   * Gives the place back; the first who waits moves up and is to be told. False, and nothing changed, when the person has
   * none, or the class has begun.
   */
  giveUp(classId: string, learner: Learner, at: number): Promise<boolean>;
  /** What the person has now, under whichever id, or last gave back; null when they never asked. */
  placeOf(classId: string, learner: Learner): Promise<ClassPlace | null>;
  /** The same of many classes, by class id. */
  placesOf(classIds: readonly string[], learner: Learner): Promise<ReadonlyMap<string, ClassPlace>>;
  /** Everyone who has a place, in the order in which they asked. */
  places(classId: string): Promise<readonly ClassPlace[]>;
  /** Present or not, by place id; the first time counts. Ids of another class change nothing. */
  attend(classId: string, placeIds: readonly string[], present: boolean, at: number): Promise<void>;
  /** Seated people of classes, not cancelled, that begin from `from` until before `until` (epoch ms), who have not been reminded. */
  toRemind(from: number, until: number): Promise<readonly HeldPlace[]>;
  /** False when somebody else was faster. */
  markReminded(placeId: string, at: number): Promise<boolean>;
  /** The person wants no reminder of what they have asked for so far. Being moved up and a cancelled class are still told. */
  stopReminding(learner: Learner, at: number): Promise<void>;
  /** People to whom something has happened without them, not told yet. */
  toTell(limit: number): Promise<readonly (HeldPlace & { readonly notice: ClassNotice })[]>;
  /** That is done with, told or not. False when somebody else was faster, or something else has happened since. */
  told(placeId: string, notice: ClassNotice): Promise<boolean>;
  /** People who were present at a class of the ward between the two times, each counted once however many ids they have. */
  counts(ward: string, from: number, until: number): Promise<ClassCounts>;
  /** Forgets the names for the roll of classes that ended before this time. */
  forgetNames(before: number): Promise<void>;
}

export const AGE_BANDS = ['under_18', '18_35', '36_59', '60_up'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const PLACE_STATES = ['seated', 'waiting', 'given_up'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** `moved_up`: from the waiting list to a seat. `cancelled`: there will be no class. */
export const CLASS_NOTICES = ['moved_up', 'cancelled'] as const;
export type ClassNotice = (typeof CLASS_NOTICES)[number];

export interface NewClass {
  readonly ward: string;
  /** Id of the neighbourhood group that it is for; null = the whole ward. */
  readonly group: string | null;
  /** What is taught, where it is one of the courses. */
  readonly courseId: string | null;
  readonly title: string;
  readonly place: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly seats: number;
  /** An office or what the teacher wants to be called. */
  readonly teacher: string;
  readonly openedBy: string;
  readonly demo: boolean;
}

export interface OpenClass extends NewClass {
  readonly id: string;
  readonly cancelled: { readonly at: number; readonly reason: string } | null;
  readonly taken: number;
  readonly waiting: number;
}

export interface NewPlace {
  readonly id: LearnerId;
  /** What to call the person at the roll; forgotten 30 days after the class. */
  readonly calledName: string;
  readonly group: string | null;
  readonly ageBand: AgeBand | null;
  readonly at: number;
}

export interface ClassPlace {
  /** Of this asking: who gives up and asks again has another. */
  readonly id: string;
  readonly classId: string;
  readonly learner: LearnerId;
  readonly state: PlaceState;
  /** From 1, among those who wait; null with a seat. */
  readonly position: number | null;
  readonly calledName: string | null;
  readonly group: string | null;
  readonly ageBand: AgeBand | null;
  /** In the order of the queue, and close to the time of asking. */
  readonly askedAt: number;
  readonly attendedAt: number | null;
}

export interface HeldPlace {
  readonly place: ClassPlace;
  readonly held: OpenClass;
}

export interface ClassCounts {
  readonly people: number;
  readonly attendances: number;
  readonly byGroup: readonly { readonly group: string | null; readonly people: number }[];
  readonly byAgeBand: readonly { readonly ageBand: AgeBand | null; readonly people: number }[];
}
