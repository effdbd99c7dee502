import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PictureError, parsePicture } from '@phuong-so/shared/content/picture';
import { entryIdSchema } from '@phuong-so/shared/content/provenance';
import { splitStep } from '@phuong-so/shared/content/step-pictures';
import type { Lesson, Picture } from '@phuong-so/shared/domain/library';
import { ContentError } from '../../ports/content.ts';
import { listFolder } from './list-folder.ts';

const ENDING = '.svg';

/** The drawings of a course: those that its steps name, each of which has a file, and no others. @throws ContentError */
export async function readPictures(folder: string, lessons: readonly Lesson[]): Promise<Picture[]> {
  const entries = await listFolder(folder);
  const pictures = await Promise.all(entries.map(({ name }) => readPicture(path.join(folder, name))));
  const unused = new Set(pictures.map(({ name }) => name));
  for (const { id, steps } of lessons) {
    for (const { name } of steps.flatMap((step) => splitStep(step).pictures)) {
      if (!pictures.some((picture) => picture.name === name))
        throw new ContentError(`${folder}: không có hình ${name}${ENDING} mà bài "${id}" cần.`);
      unused.delete(name);
    }
  }
  const [stray] = unused;
  if (stray !== undefined) throw new ContentError(`${folder}/${stray}${ENDING}: chưa bài nào dùng hình này.`);
  return pictures.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readPicture(file: string): Promise<Picture> {
  const name = path.basename(file, ENDING);
  if (!file.endsWith(ENDING) || !entryIdSchema.safeParse(name).success)
    throw new ContentError(`${file}: tên hình chỉ gồm chữ thường không dấu, số, gạch nối và đuôi ${ENDING}.`);
  const svg = (await readFile(file, 'utf8')).trim();
  try {
    parsePicture(svg);
  } catch (error) {
    if (error instanceof PictureError) throw new ContentError(`${file}: ${error.message}.`);
    throw error;
  }
  return { name, svg };
}
