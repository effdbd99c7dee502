import path from 'node:path';
import { finderFileSchema } from '@phuong-so/shared/content/finder';
import { type LinksFile, linksFileSchema } from '@phuong-so/shared/content/links';
import {
  BESIDE,
  type Course,
  type FinderWords,
  type LibrarySource,
  type Service,
} from '@phuong-so/shared/domain/library';
import { ContentError } from '../../ports/content.ts';
import type { Library } from '../../ports/library.ts';
import { listFolder } from './list-folder.ts';
import { readCourses } from './read-courses.ts';
import { readPhrasings } from './read-phrasings.ts';
import { readScamPractice } from './read-scam-practice.ts';
import { readCommonServices, readWardServices, type ServiceEntries, toServices } from './read-services.ts';
import { readSources } from './read-sources.ts';
import { readOptionalYaml } from './yaml-file.ts';

const NO_WORDS: FinderWords = { groups: [], askings: [], situations: [], elsewhere: [] };

/** Services, courses and links of the folder DATA_DIR. @throws ContentError on the first file that is wrong */
export async function readLibrary(dataDir: string): Promise<Library> {
  const folder = (name: string) => path.join(dataDir, name);
  const { links } = (await readOptionalYaml(folder('links.yaml'), linksFileSchema)) ?? { links: [] };
  const entries = await readCommonServices(folder('services'));
  const common = toServices(entries);
  const courses = await readCourses(folder('courses'));
  checkServices(folder('services'), common, links);
  checkCourses(folder('courses'), courses, common, links);
  const scamPractice = await readScamPractice(folder('scam-practice.yaml'));
  for (const { sources } of scamPractice) requireListed(folder('scam-practice.yaml'), sources, links);
  const byWard = await readWards(folder('wards'), entries, links);
  const finder = (await readOptionalYaml(folder('finder.yaml'), finderFileSchema)) ?? NO_WORDS;
  for (const { services } of finder.situations) requireServices(folder('finder.yaml'), services, common);
  const ids = new Set([...BESIDE, ...[...common, ...courses].map(({ id }) => id)]);
  const phrasings = await readPhrasings(folder('phrasings'), ids);
  const sources = await readSources(dataDir);
  return {
    services: (ward) => byWard.get(ward) ?? common,
    courses,
    scamPractice,
    finder,
    phrasings,
    filesOf: (ward, id) =>
      [
        `data/wards/${ward}/services/${id}.md`,
        `data/wards/${ward}/services/${id}.yaml`,
        `data/services/${id}.md`,
      ].filter((file) => sources.has(file)),
    source: (file) => sources.get(file) ?? null,
    links: links.map(({ id, name, url, what_for }) => ({ id, name, url, whatFor: what_for })),
  };
}

/** Services of the wards that have a folder of their own for them. */
async function readWards(folder: string, common: ServiceEntries, links: LinksFile['links']) {
  const byWard = new Map<string, readonly Service[]>();
  for (const { name } of await listFolder(folder)) {
    const place = path.join(folder, name, 'services');
    if ((await listFolder(place)).length === 0) continue;
    const services = toServices(await readWardServices(place, common));
    checkServices(place, services, links);
    byWard.set(name, services);
  }
  return byWard;
}

function checkServices(place: string, services: readonly Service[], links: LinksFile['links']): void {
  for (const { id, related, lookAlikes, sources } of services) {
    const others = [...related, ...lookAlikes.map((one) => one.id)];
    requireServices(`${place}/${id}.md`, others, services);
    requireListed(`${place}/${id}.md`, sources, links);
    if (others.includes(id)) throw new ContentError(`${place}/${id}.md: thủ tục không thể liên quan tới chính nó.`);
  }
}

function checkCourses(
  place: string,
  courses: readonly Course[],
  services: readonly Service[],
  links: LinksFile['links'],
): void {
  for (const { id, lessons, sources } of courses) {
    for (const lesson of lessons) requireServices(`${place}/${id}/${lesson.id}.md`, lesson.services, services);
    requireListed(`${place}/${id}/course.yaml`, sources, links);
  }
}

function requireServices(file: string, ids: readonly string[], services: readonly Service[]): void {
  const missing = ids.find((id) => !services.some((service) => service.id === id));
  if (missing !== undefined) throw new ContentError(`${file}: không có thủ tục "${missing}" trong data/services.`);
}

function requireListed(file: string, sources: readonly LibrarySource[], links: LinksFile['links']): void {
  const stranger = sources.find(({ url }) => url !== null && !links.some((link) => isBelow(url, link.url)));
  if (stranger !== undefined) throw new ContentError(`${file}: địa chỉ ${stranger.url} chưa có trong data/links.yaml.`);
}

/** Is this the listed address, or one below it on the same host? */
function isBelow(address: string, listed: string): boolean {
  const [one, root] = [new URL(address), new URL(listed)];
  const folder = root.pathname.replace(/\/*$/, '/');
  return one.origin === root.origin && `${one.pathname}/`.startsWith(folder);
}
