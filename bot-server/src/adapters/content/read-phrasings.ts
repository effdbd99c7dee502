import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Phrasing } from '@phuong-so/shared/domain/library';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import { ContentError } from '../../ports/content.ts';
import { listFolder } from './list-folder.ts';

/** Longer ones are stories with too much in them to learn from. In characters. */
const LONGEST = 400;
const SECTION = /^\[([a-z0-9-]+)\]$/;
/** Before a phrasing that fits other services or courses as well, in the file of each. */
const AMBIGUOUS = '~ ';

interface ReadLine {
  readonly id: string;
  readonly text: string;
  readonly writer: string;
  readonly ambiguous: boolean;
  readonly place: string;
}

/**
 * data/phrasings/<id>.txt: how people ask for the service or course of that id, one a line, under "[writer]". A line may
 * stand in several files only when each marks it with "~ "; then it is one phrasing of several ids.
 * `ids`: those that a file may be named by. @throws ContentError
 */
export async function readPhrasings(folder: string, ids: ReadonlySet<string>): Promise<Phrasing[]> {
  const names = (await listFolder(folder)).map(({ name }) => name).sort();
  const lines = (await Promise.all(names.map((name) => readOne(folder, name, ids)))).flat();
  const byText = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const key = foldedSyllables(line.text).join(' ');
    const same = byText.get(key);
    if (same) same.push(line);
    else byText.set(key, [line]);
  }
  return [...byText.values()].map(toPhrasing);
}

function toPhrasing(same: readonly ReadLine[]): Phrasing {
  const [first, ...others] = same as [ReadLine, ...ReadLine[]];
  const twice = others.find(({ id }, at) => same.slice(0, at + 1).some((one) => one.id === id));
  if (twice) throw new ContentError(`${twice.place}: câu này đã có trong tệp.`);
  if (first.ambiguous !== others.length > 0)
    throw new ContentError(
      `${first.place}: câu hợp nhiều thủ tục thì có ở tệp của từng thủ tục, mỗi chỗ có "~ " đứng trước.`,
    );
  const bare = others.find(({ ambiguous }) => !ambiguous);
  if (bare) throw new ContentError(`${bare.place}: câu này có ở tệp khác; đánh dấu "~ " ở mọi tệp, hoặc bỏ.`);
  return { text: first.text, writer: first.writer, ids: same.map(({ id }) => id) };
}

async function readOne(folder: string, name: string, ids: ReadonlySet<string>): Promise<ReadLine[]> {
  const file = path.join(folder, name);
  const id = name.replace(/\.txt$/, '');
  if (!name.endsWith('.txt') || !ids.has(id))
    throw new ContentError(
      `${file}: tên tệp phải là mã của một thủ tục hay khóa học (hoặc ke-hoach, viec-khac), đuôi .txt.`,
    );
  let writer: string | null = null;
  const read: ReadLine[] = [];
  for (const [at, raw] of (await readFile(file, 'utf8')).normalize('NFC').split('\n').entries()) {
    const line = raw.trim();
    const place = `${file}: dòng ${at + 1}`;
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) writer = section;
    if (section !== undefined || line === '' || line.startsWith('#')) continue;
    if (writer === null) throw new ContentError(`${place}: trước câu đầu cần một dòng [người-viết].`);
    const ambiguous = line.startsWith(AMBIGUOUS);
    const text = ambiguous ? line.slice(AMBIGUOUS.length).trim() : line;
    if (text.length > LONGEST || foldedSyllables(text).length === 0)
      throw new ContentError(`${place}: câu trống hoặc dài quá ${LONGEST} ký tự.`);
    read.push({ id, text, writer, ambiguous, place });
  }
  return read;
}
