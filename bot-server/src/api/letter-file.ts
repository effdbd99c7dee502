import { letterOf } from '../flows/obstacles/letter.ts';
import type { ObstacleLetter } from '../ports/download-links.ts';
import type { ApiDeps } from './environment.ts';
import { DOCX, type MadeFile } from './report-files.ts';

export function letterName(code: string): string {
  return `du-thao-cong-van-${code}.docx`;
}

/** The letter as it is when the link is opened; null: what it is about is no longer there. */
export async function letterFile(
  { board, documents }: ApiDeps,
  { obstacleId, to }: ObstacleLetter,
): Promise<MadeFile | null> {
  const one = await board.obstacles.byId(obstacleId);
  const document = one && (await letterOf(board, obstacleId, to));
  if (one === null || document === null) return null;
  return { bytes: await documents.write(document), type: DOCX, shown: 'attachment', name: letterName(one.code) };
}
