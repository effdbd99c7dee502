import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that drive a browser: begun last, they would be all that the end waits for. */
const LONG = [/\/e2e\/(pages|states)\./, /\/tests\/e2e\//];

/** The longest files first; the others in Vitest's own order. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inOrder = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((pattern) => pattern.test(moduleId));
      return found === -1 ? LONG.length : found;
    };
    return inOrder.toSorted((one, other) => place(one) - place(other));
  }
}
