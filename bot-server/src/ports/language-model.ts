/** A server that speaks the OpenAI protocol. It words and understands; it is never a source. */
export interface LanguageModel {
  /** As configured, for the log and `Answer`'s record: "qwen2.5:14b". */
  readonly name: string;
  /**
   * One round. `signal` ends it; what was said until then is lost.
   * @throws ModelFailure and nothing else
   */
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelTurn>;
  /** The same; `onText` hears the text as it comes, piece by piece. */
  stream(request: ModelRequest, signal: AbortSignal, onText: (piece: string) => void): Promise<ModelTurn>;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  /** JSON schema that the text must have; null = free text or a call of tools. */
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> } | null;
  /** Tokens. */
  readonly most: number;
}

export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly text: string };

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its arguments. Never a ward or a role: those are the server's to know. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote them: JSON or not. */
  readonly arguments: string;
}

export interface ModelTurn {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  /** The model ran out of tokens: the text is not whole. */
  readonly cut: boolean;
  readonly usage: ModelUsage;
}

/** Tokens as the server counts them; 0 where it does not say. */
export interface ModelUsage {
  readonly prompt: number;
  readonly completion: number;
}

export const MODEL_FAILURES = ['refused', 'rate_limited', 'timeout', 'unreachable', 'cut_off', 'malformed'] as const;

export class ModelFailure extends Error {
  constructor(
    readonly kind: (typeof MODEL_FAILURES)[number],
    /** Never the words of a question. */
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
    this.name = 'ModelFailure';
  }
}

/** Meaning as numbers. */
export interface Embedder {
  readonly name: string;
  /** One vector a text, all of one length. @throws ModelFailure */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
}

/** Listens. */
export interface Voice {
  readonly name: string;
  /** What is said, in Vietnamese; "" for silence. `fileName` tells the server by its ending what the bytes are. @throws ModelFailure */
  transcribe(audio: Uint8Array, fileName: string, signal: AbortSignal): Promise<string>;
}

/** Looks at pictures. */
export interface PictureReader {
  readonly name: string;
  /** What it says of the picture when it is told this. `type`: "image/jpeg". `most`: tokens. @throws ModelFailure */
  read(picture: Uint8Array, type: string, told: string, most: number, signal: AbortSignal): Promise<string>;
}

/** Reads aloud. */
export interface Speaker {
  readonly name: string;
  /** A recording of the text in Vietnamese, asked for as MP3; the bytes are not looked at. @throws ModelFailure */
  speak(text: string, signal: AbortSignal): Promise<Uint8Array>;
}
