import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { announcementTemplatesSchema } from '@phuong-so/shared/content/announcement-templates';
import { cuesSchema } from '@phuong-so/shared/content/cues';
import { glossarySchema } from '@phuong-so/shared/content/glossary';
import { holidaysFileSchema } from '@phuong-so/shared/content/holidays';
import { linksFileSchema } from '@phuong-so/shared/content/links';
import { plainTitlesSchema } from '@phuong-so/shared/content/plain-titles';
import { type ScamSignsFile, scamSignsSchema } from '@phuong-so/shared/content/scam-signs';
import { type SpokenWordsFile, spokenWordsSchema } from '@phuong-so/shared/content/spoken-words';
import { topicsSchema } from '@phuong-so/shared/content/topics';
import { unitsFileSchema } from '@phuong-so/shared/content/units';
import { wardKeySchema } from '@phuong-so/shared/content/ward';
import { type Content, ContentError, type PlanFile } from '../../ports/content.ts';
import { listFolder } from './list-folder.ts';
import { readPrompts } from './read-prompts.ts';
import { readWardProfile } from './ward-profile.ts';
import { readOptionalYaml, readYaml } from './yaml-file.ts';

const PLAN_FILE = /\.(txt|md|markdown|docx|pdf)$/i;

/** Content from the folder DATA_DIR. Files are read anew on every call. */
export function contentFiles(dataDir: string): Content {
  const wardsDir = path.join(dataDir, 'wards');
  return {
    wardKeys: () => wardKeys(wardsDir),
    async ward(key) {
      const folder = path.join(wardsDir, key);
      return { profile: await readWardProfile(key, folder), plans: await planFiles(path.join(folder, 'plans')) };
    },
    async language() {
      const [{ units }, glossary, cues, topics] = await Promise.all([
        readYaml(path.join(dataDir, 'units.yaml'), unitsFileSchema),
        readYaml(path.join(dataDir, 'glossary.yaml'), glossarySchema),
        readYaml(path.join(dataDir, 'cues.yaml'), cuesSchema),
        readYaml(path.join(dataDir, 'topics.yaml'), topicsSchema),
      ]);
      return { units, glossary, cues, topics };
    },
    async plainTitles() {
      return (await readOptionalYaml(path.join(dataDir, 'plain-titles.yaml'), plainTitlesSchema)) ?? { titles: [] };
    },
    async scamSigns() {
      const place = path.join(dataDir, 'scam-signs.yaml');
      const [file, links] = await Promise.all([
        readYaml(place, scamSignsSchema),
        readOptionalYaml(path.join(dataDir, 'links.yaml'), linksFileSchema),
      ]);
      requireSources(place, file);
      return { file, officialHosts: (links?.links ?? []).map(({ url }) => new URL(url).hostname) };
    },
    async holidays() {
      return (await readOptionalYaml(path.join(dataDir, 'holidays.yaml'), holidaysFileSchema))?.days ?? [];
    },
    async announcementTemplates() {
      const place = path.join(dataDir, 'announcement-templates.yaml');
      return (await readOptionalYaml(place, announcementTemplatesSchema))?.templates ?? [];
    },
    async spokenWords() {
      return (await readOptionalYaml(path.join(dataDir, 'spoken-words.yaml'), spokenWordsSchema)) ?? NO_SPOKEN_WORDS;
    },
    prompts: () => readPrompts(dataDir),
    fingerprint: () => fingerprint(dataDir),
  };
}

const NO_SPOKEN_WORDS: SpokenWordsFile = {
  words: [],
  papers: {},
  issuers: {},
  units: [],
  roman_after: [],
  letters: {},
};

/** Everything that people are told names sources that the file has. */
function requireSources(place: string, { sources, signs, advice }: ScamSignsFile): void {
  const { likely_scam, suspicious, no_signs, always } = advice;
  const told = [...Object.values(signs).map(({ why }) => why), likely_scam, suspicious, no_signs, ...always];
  const missing = told.flatMap((one) => one.sources).find((key) => sources[key] === undefined);
  if (missing !== undefined) throw new ContentError(`${place}: không có nguồn "${missing}".`);
}

async function wardKeys(wardsDir: string): Promise<string[]> {
  const keys = (await listFolder(wardsDir)).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const key of keys) {
    if (!wardKeySchema.safeParse(key).success) {
      throw new ContentError(
        `Thư mục ${path.join(wardsDir, key)}: tên phường chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ "ten-phuong".`,
      );
    }
  }
  return keys.sort();
}

async function planFiles(folder: string): Promise<PlanFile[]> {
  const names = (await listFolder(folder)).filter((entry) => entry.isFile() && PLAN_FILE.test(entry.name));
  const files = names.map(async ({ name }) => ({ fileName: name, bytes: await readFile(path.join(folder, name)) }));
  return (await Promise.all(files)).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

async function fingerprint(dataDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesBelow(dataDir))
    hash.update(`${path.relative(dataDir, file)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await listFolder(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(place)));
    else found.push(place);
  }
  return found.sort();
}
