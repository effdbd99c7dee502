import type { BenchPassage } from '../sets/retrieval-set.ts';

/** A search engine under test, over one passage set. */
export interface Arm {
  /** Indexes the passages; `folder` is an empty folder of its own. */
  build(passages: readonly BenchPassage[], folder: string): Promise<BuiltArm> | BuiltArm;
}

export interface BuiltArm {
  /** Ids of the best passages of the scope, best first. */
  search(query: string, scope: string, limit: number): Promise<string[]> | string[];
  /** Bytes on disk; null for an index that lives in memory. */
  readonly bytes: number | null;
}

/** What engines without fields get: the heading before the text. */
export function wholeText({ heading, text }: BenchPassage): string {
  return heading === '' ? text : `${heading}. ${text}`;
}
