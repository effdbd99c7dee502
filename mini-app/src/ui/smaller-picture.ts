/** Pictures below this go as they are. */
const ENOUGH_BYTES = 700 * 1024;
/** Of the longer side: a printed notice on an A4 sheet can still be read. */
const LONGEST_PIXELS = 2000;
const QUALITY = 0.85;

/** A photograph made small enough for a weak network; what cannot be made smaller goes as it is. */
export async function smallerPicture(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= ENOUGH_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_PIXELS / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return small !== null && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
