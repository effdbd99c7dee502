/** Where a fact comes from. `checked` is the ISO date on which somebody last read it there. */
export interface LibrarySource {
  readonly name: string;
  /** Stands on the list of official links, or null. */
  readonly url: string | null;
  readonly checked: string;
}

/** A public service as people are shown it: what nobody has verified is not in it. */
export interface Service {
  readonly id: string;
  readonly title: string;
  /** One line: what it is for. */
  readonly summary: string;
  readonly field: string;
  /** Codes of the national portal. */
  readonly codes: readonly string[];
  /** Words that people use for it. */
  readonly also: readonly string[];
  /** Life events that lead to it: "mới sinh con". */
  readonly situations: readonly string[];
  readonly who: string | null;
  readonly papers: readonly Paper[];
  /** Simple markdown each: paragraphs, lists, bold. */
  readonly stepsOnline: readonly string[];
  readonly stepsCounter: readonly string[];
  readonly where: string | null;
  /** null = not verified, here and below: ask the ward's service centre. */
  readonly time: string | null;
  readonly fee: string | null;
  readonly result: string | null;
  readonly mistakes: readonly string[];
  readonly legal: readonly string[];
  /** Ids of services that exist. */
  readonly related: readonly string[];
  readonly lookAlikes: readonly LookAlike[];
  /** At least one. */
  readonly sources: readonly LibrarySource[];
  /** ISO date on which the oldest of the sources was read: everything here was checked then or later. */
  readonly checked: string;
  readonly caution: string | null;
}

export interface Paper {
  readonly name: string;
  /** Must it be the original? null = not known. */
  readonly original: boolean | null;
  readonly note: string | null;
}

/** Another service that people take for this one, and how the two differ. */
export interface LookAlike {
  readonly id: string;
  readonly difference: string;
}

export interface Course {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Words that people use for what it teaches; for finding only. */
  readonly also: readonly string[];
  readonly audiences: readonly string[];
  /** Groups 1 to 7 of the digital skills framework. Source: Nghị định 224/2026/NĐ-CP, Điều 77. */
  readonly skillGroups: readonly number[];
  readonly lessons: readonly Lesson[];
  readonly quiz: readonly QuizQuestion[];
  /** The drawings that the lessons' steps name. */
  readonly pictures: readonly Picture[];
  readonly sources: readonly LibrarySource[];
  readonly checked: string;
  readonly caution: string | null;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly goal: string;
  /** Simple markdown, one screen each, with drawings on lines of their own (`splitStep`); the last one is the practice task where there is one. */
  readonly steps: readonly string[];
  /** The practice task by itself; null = none. */
  readonly practice: string | null;
  /** Ids of services that exist. */
  readonly services: readonly string[];
}

/** A drawing in the few elements that `parsePicture` knows. */
export interface Picture {
  readonly name: string;
  readonly svg: string;
}

export interface QuizQuestion {
  readonly question: string;
  readonly options: readonly string[];
  /** Index into `options`. */
  readonly right: number;
  readonly why: string;
}

/** An official address that the app may show. */
export interface OfficialLink {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly whatFor: string;
}

/** A made-up message for practice: "lừa đảo hay thật?". Marked as made up wherever it is shown. */
export interface PracticeMessage {
  readonly id: string;
  /** Who it seems to come from. */
  readonly from: string;
  readonly text: string;
  readonly isScam: boolean;
  /** What gives it away, in words of the message where there are any; of a genuine one, what it does not ask for. At least one. */
  readonly signs: readonly string[];
  readonly whatToDo: string;
  /** null = nothing to report. */
  readonly whereToReport: string | null;
  /** At least one. */
  readonly sources: readonly LibrarySource[];
}

/** In place of ids: what is asked of the ward's plan, and what of neither; known so that no service is taken for it. */
export const BESIDE: readonly string[] = ['ke-hoach', 'viec-khac'];

/** How somebody asks for a service or course, mostly without naming it; for finding only. */
export interface Phrasing {
  readonly text: string;
  /** Ids of the services and courses that it asks for: one, or several between which the words do not tell; or {@link BESIDE}. */
  readonly ids: readonly string[];
  /** Who wrote it: what one writer's words teach is measured on another's. */
  readonly writer: string;
}

/** What the finder knows beside the words of the entries themselves. */
export interface FinderWords {
  /** Words that say the same in everyday speech: one group a line. */
  readonly groups: readonly (readonly string[])[];
  /** How anything is asked for, "…" in place of its name. */
  readonly askings: readonly string[];
  readonly situations: readonly Situation[];
  readonly elsewhere: readonly Elsewhere[];
}

/** A life event and the procedures that belong to it, in the order in which they are done. */
export interface Situation {
  readonly title: string;
  readonly also: readonly string[];
  /** Ids of services that exist. */
  readonly services: readonly string[];
}

/** A procedure that people ask for and no file covers: known so that no other one is taken for it. */
export interface Elsewhere {
  readonly title: string;
  readonly also: readonly string[];
}
