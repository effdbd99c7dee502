import type {
  Course,
  FinderWords,
  OfficialLink,
  Phrasing,
  PracticeMessage,
  Service,
} from '@phuong-so/shared/domain/library';

/**
 * Public services and courses, from files that people have checked. Every entry passed its schema, every id that an entry
 * refers to exists, every address is on the list of official links, and no unverified fact is in any of them.
 */
export interface Library {
  /**
   * What a ward's residents are shown: the common services with the ward's own changes, by field and title. Any key that
   * is no ward's gives the common ones. The same ward gives the same list.
   */
  services(ward: string): readonly Service[];
  /** In the order in which they are offered. */
  readonly courses: readonly Course[];
  readonly links: readonly OfficialLink[];
  /** Made-up messages, scams and others mixed, in the order in which they are practised; none where there is no file. */
  readonly scamPractice: readonly PracticeMessage[];
  readonly finder: FinderWords;
  /** Each text once. */
  readonly phrasings: readonly Phrasing[];
  /** Files that say what a ward's residents are shown of a service, the ward's own first: "data/services/<id>.md". */
  filesOf(ward: string, serviceId: string): readonly string[];
  /** A file's text in the form in which quotes are compared (see `collapseSource`); null when no entry is read from it. */
  source(file: string): string | null;
}
