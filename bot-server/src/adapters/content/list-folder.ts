import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';

/**
 * A folder's entries; none when it does not exist. Hidden entries (.DS_Store, .gitkeep) and Word's lock files (~$name.docx)
 * are nobody's content.
 */
export async function listFolder(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !/^(\.|~\$)/.test(entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
