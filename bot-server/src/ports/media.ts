/** Files that people sent in a chat, where the platform keeps them. */
export interface MediaFiles {
  /**
   * The whole file. Only from hosts that an operator allows, and never kept anywhere.
   * @throws MediaFailure and nothing else
   */
  fetch(address: string, mostBytes: number, signal: AbortSignal): Promise<Uint8Array>;
}

/** Makes of a recording what every server that listens understands. */
export interface SoundConverter {
  /** `format`: what the bytes are, "amr". WAV, 16 kHz, one channel. @throws MediaFailure and nothing else */
  toWav(sound: Uint8Array, format: SoundFormat, signal: AbortSignal): Promise<Uint8Array>;
}

export const SOUND_FORMATS = ['amr', 'wav', 'mp3', 'ogg', 'flac', 'webm', 'm4a', 'aac'] as const;
export type SoundFormat = (typeof SOUND_FORMATS)[number];

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** `host`: not from where files may come. `gone`: the platform does not have it. `kind`: not what it should be. */
export const MEDIA_FAILURES = ['host', 'gone', 'too_large', 'timeout', 'unreachable', 'kind', 'conversion'] as const;

export class MediaFailure extends Error {
  constructor(
    readonly kind: (typeof MEDIA_FAILURES)[number],
    /** Never an address: it opens somebody's recording. */
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
    this.name = 'MediaFailure';
  }
}
