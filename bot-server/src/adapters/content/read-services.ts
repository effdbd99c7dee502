import path from 'node:path';
import { entryIdSchema } from '@phuong-so/shared/content/provenance';
import {
  SERVICE_FIELDS,
  type ServiceChange,
  type ServiceHead,
  serviceChangeSchema,
  serviceHeadSchema,
} from '@phuong-so/shared/content/service';
import type { Service } from '@phuong-so/shared/domain/library';
import { ContentError } from '../../ports/content.ts';
import { listFolder } from './list-folder.ts';
import { readMarkdown } from './markdown-file.ts';
import { readServiceBody, type ServiceBody } from './service-body.ts';
import { toService } from './shown-facts.ts';
import { readYaml } from './yaml-file.ts';

/** A service as its file has it. */
export interface ServiceEntry {
  readonly head: ServiceHead;
  readonly body: ServiceBody;
}
export type ServiceEntries = ReadonlyMap<string, ServiceEntry>;

/** data/services/*.md, by id. @throws ContentError */
export async function readCommonServices(folder: string): Promise<ServiceEntries> {
  const files = (await entryFiles(folder)).filter(({ file }) => file.endsWith('.md'));
  return new Map(await Promise.all(files.map(async ({ id, file }) => [id, await readWhole(file)] as const)));
}

/**
 * The common services with what a ward's own folder changes or adds. The common ones are not changed.
 * @throws ContentError
 */
export async function readWardServices(folder: string, common: ServiceEntries): Promise<ServiceEntries> {
  const merged = new Map(common);
  for (const { id, file } of await entryFiles(folder)) {
    const known = common.get(id);
    if (known === undefined && !file.endsWith('.md'))
      throw new ContentError(`${file}: data/services không có "${id}"; thủ tục riêng của phường viết đủ vào tệp .md.`);
    merged.set(id, known === undefined ? await readWhole(file) : change(known, await readChange(file)));
  }
  return merged;
}

/** As residents see them: by field, then by title. */
export function toServices(entries: ServiceEntries): Service[] {
  const byTitle = new Intl.Collator('vi');
  const services = [...entries].map(([id, { head, body }]) => toService(id, head, body));
  const fields: readonly string[] = SERVICE_FIELDS;
  const place = ({ field }: Service) => fields.indexOf(field);
  return services.sort((a, b) => place(a) - place(b) || byTitle.compare(a.title, b.title));
}

async function entryFiles(folder: string): Promise<{ id: string; file: string }[]> {
  const names = (await listFolder(folder)).map(({ name }) => name).filter((name) => /\.(md|yaml)$/.test(name));
  return names.sort().map((name) => {
    const id = name.replace(/\.(md|yaml)$/, '');
    const file = path.join(folder, name);
    if (!entryIdSchema.safeParse(id).success)
      throw new ContentError(`${file}: tên tệp chỉ gồm chữ thường không dấu, số và gạch nối.`);
    return { id, file };
  });
}

async function readWhole(file: string): Promise<ServiceEntry> {
  const { head, body } = await readMarkdown(file, serviceHeadSchema);
  return { head, body: readServiceBody(file, body) };
}

async function readChange(file: string): Promise<{ head: ServiceChange; body: ServiceBody }> {
  if (file.endsWith('.yaml')) return { head: await readYaml(file, serviceChangeSchema), body: {} };
  const { head, body } = await readMarkdown(file, serviceChangeSchema);
  return { head, body: readServiceBody(file, body) };
}

function change(common: ServiceEntry, { head, body }: { head: ServiceChange; body: ServiceBody }): ServiceEntry {
  const given = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
  const sources = [...head.sources, ...common.head.sources];
  return { head: { ...common.head, ...given, sources }, body: { ...common.body, ...body } };
}
