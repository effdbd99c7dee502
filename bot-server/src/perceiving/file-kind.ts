import type { PictureType, SoundFormat } from '../ports/media.ts';

/** Begins with these bytes, at this place. */
interface Mark<Kind> {
  readonly kind: Kind;
  readonly at: number;
  readonly bytes: string;
}

const SOUNDS: readonly Mark<SoundFormat>[] = [
  { kind: 'amr', at: 0, bytes: '#!AMR' },
  { kind: 'wav', at: 0, bytes: 'RIFF' },
  { kind: 'ogg', at: 0, bytes: 'OggS' },
  { kind: 'flac', at: 0, bytes: 'fLaC' },
  { kind: 'mp3', at: 0, bytes: 'ID3' },
  { kind: 'mp3', at: 0, bytes: '\xff\xfb' },
  { kind: 'mp3', at: 0, bytes: '\xff\xf3' },
  { kind: 'aac', at: 0, bytes: '\xff\xf1' },
  { kind: 'aac', at: 0, bytes: '\xff\xf9' },
  { kind: 'm4a', at: 4, bytes: 'ftyp' },
  { kind: 'webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
];
const PICTURES: readonly Mark<PictureType>[] = [
  { kind: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { kind: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'image/webp', at: 8, bytes: 'WEBP' },
];

/** What a recording is by its first bytes, whatever its name and the server say; null for anything else. */
export function soundFormat(bytes: Uint8Array): SoundFormat | null {
  return kindOf(bytes, SOUNDS);
}

export function pictureType(bytes: Uint8Array): PictureType | null {
  return kindOf(bytes, PICTURES);
}

function kindOf<Kind>(bytes: Uint8Array, marks: readonly Mark<Kind>[]): Kind | null {
  const begins = ({ at, bytes: mark }: Mark<Kind>) =>
    [...mark].every((letter, place) => bytes[at + place] === letter.charCodeAt(0));
  return marks.find(begins)?.kind ?? null;
}
