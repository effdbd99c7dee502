/** Why an index folder cannot be served. The message says what to do. */
export type IndexProblem = 'missing' | 'manifest_unreadable' | 'version_unknown' | 'file_damaged';

export class IndexUnusableError extends Error {
  readonly problem: IndexProblem;

  constructor(problem: IndexProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'IndexUnusableError';
    this.problem = problem;
  }
}
