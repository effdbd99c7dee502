import type { Course, Elsewhere, Service, Situation } from './library.ts';

/** The parts of a procedure that may be asked for. `who`: who may file, and under which conditions. */
export const SERVICE_PARTS = [
  'papers',
  'fee',
  'time',
  'where',
  'who',
  'result',
  'online',
  'counter',
  'steps',
  'mistakes',
] as const;
export type ServicePart = (typeof SERVICE_PARTS)[number];

/** What a question may be led to. */
export type LibraryEntry =
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'course'; readonly course: Course }
  | { readonly kind: 'situation'; readonly situation: Situation }
  | { readonly kind: 'elsewhere'; readonly elsewhere: Elsewhere };

/** What of services and courses a question is about. */
export type LibraryFinding =
  | {
      readonly kind: 'service';
      readonly service: Service;
      /** In the order in which they are asked; empty when the procedure as a whole is. */
      readonly parts: readonly ServicePart[];
      /** Folded words of the question beside the procedure's name: what it asks for in particular. */
      readonly words: readonly string[];
      /** Whether something is so or allowed is asked: what people get wrong may answer it. */
      readonly yesNo: boolean;
    }
  /** The words fit several that people take for one another. */
  | { readonly kind: 'choose'; readonly services: readonly Service[] }
  /** It is not certain which is meant: these are the likeliest, the first most. */
  | { readonly kind: 'offer'; readonly entries: readonly LibraryEntry[] }
  /** None of those that were offered. */
  | { readonly kind: 'other' }
  | { readonly kind: 'situation'; readonly situation: Situation; readonly services: readonly Service[] }
  | { readonly kind: 'course'; readonly course: Course; readonly lesson: number | null }
  | { readonly kind: 'elsewhere'; readonly elsewhere: Elsewhere };

export interface FoundInLibrary {
  readonly finding: LibraryFinding;
  /** How likely it is meant: comparable with a plan's evidence. */
  readonly strength: number;
}
