import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import type { FileType } from '../ports/attachments.ts';

const LONGEST = 80;
const ENDINGS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/**
 * What people see of a file's name. Of a picture nothing: telephones name them by time and device. Of a paper what it is
 * called, without folders, signs that turn text around, and numbers of persons; its ending is what it really is.
 */
export function attachmentName(given: string, type: FileType): string {
  const ending = ENDINGS[type];
  if (type !== 'application/pdf') return `Ảnh.${ending}`;
  const last = given.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const bare = last.replace(/\.[\p{L}\d]{1,5}$/u, '').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, ' ');
  const name = maskPersonal(bare.replace(/\s+/gu, ' ').trim());
  return `${[...name].slice(0, LONGEST).join('').trim() || 'Tệp kèm theo'}.${ending}`;
}
