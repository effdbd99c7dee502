export type UnreadableCode = 'unsupported' | 'broken' | 'no_text_layer' | 'encrypted' | 'too_large' | 'empty';

/** A document whose text cannot be read. `message` is Vietnamese and tells the person who brought the file what to do. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UnreadableDocument';
    this.code = code;
  }
}
