import { type AcceptedFile, MOST_PIXELS, type RefusedFile, type Uploads } from '../../ports/uploads.ts';
import { Damaged, startsWith } from './bytes.ts';
import { checkPdf } from './check-pdf.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { type CleanPicture, canBeDrawn } from './picture.ts';

const refused = (why: RefusedFile['why']): RefusedFile => ({ kind: 'refused', why });

/** Goes by the bytes alone: neither a name nor a content type is believed. */
export function checkedUploads(): Uploads {
  return {
    async accept(bytes) {
      const clean = cleanerFor(bytes);
      if (clean !== null) return accepted(bytes, clean);
      if (!startsWith(bytes, '%PDF-')) return refused('unknown');
      const state = await checkPdf(bytes);
      return state === 'readable' ? { kind: 'accepted', type: 'application/pdf', bytes } : refused(state);
    },
  };
}

function cleanerFor(bytes: Uint8Array): ((bytes: Uint8Array) => CleanPicture) | null {
  if (startsWith(bytes, '\xff\xd8\xff')) return cleanJpeg;
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return cleanPng;
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? cleanWebp : null;
}

/** The library that draws knows no WebP: of such a picture only the structure is checked. */
async function accepted(
  bytes: Uint8Array,
  clean: (bytes: Uint8Array) => CleanPicture,
): Promise<AcceptedFile | RefusedFile> {
  try {
    const picture = clean(bytes);
    if (picture.pixels > MOST_PIXELS) return refused('too_many_pixels');
    if (picture.type !== 'image/webp' && !(await canBeDrawn(picture))) return refused('damaged');
    return { kind: 'accepted', type: picture.type, bytes: picture.bytes };
  } catch (error) {
    if (error instanceof Damaged) return refused('damaged');
    throw error;
  }
}
