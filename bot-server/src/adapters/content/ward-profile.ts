import path from 'node:path';
import { type WardFile, wardFileSchema } from '@phuong-so/shared/content/ward';
import type { WardContact, WardProfile, WardZaloChannels } from '@phuong-so/shared/domain/ward';
import { ContentError } from '../../ports/content.ts';
import { readOptionalYaml } from './yaml-file.ts';

/** Reads ward.yaml, which may be absent; its key must be the folder's name. */
export async function readWardProfile(key: string, folder: string): Promise<WardProfile> {
  const place = path.join(folder, 'ward.yaml');
  const file = await readOptionalYaml(place, wardFileSchema);
  if (file === null) return { key, name: null, province: null, groups: [], units: [] };
  if (file.key !== key) throw new ContentError(`${place}: key là "${file.key}" nhưng thư mục là "${key}".`);
  return {
    key,
    name: file.name ?? null,
    province: file.province ?? null,
    ...(file.oaId === undefined ? {} : { oaId: file.oaId }),
    ...(file.contact === undefined ? {} : { contact: contact(file.contact) }),
    ...(file.centre === undefined ? {} : { centre: file.centre }),
    ...(file.announcements === undefined ? {} : { approval: approval(file.announcements) }),
    ...(file.language_model === 'on' ? { languageModel: true as const } : {}),
    ...(file.zaloChannels === undefined ? {} : { zaloChannels: zaloChannels(file.zaloChannels) }),
    groups: file.groups,
    units: file.units,
  };
}

function approval({ ofLeaders, withinHours, unit, deputyUnit }: NonNullable<WardFile['announcements']>) {
  return { ofLeaders, withinHours, unit: unit ?? null, deputyUnit: deputyUnit ?? null };
}

function zaloChannels({ groupChats, template }: NonNullable<WardFile['zaloChannels']>): WardZaloChannels {
  return template === undefined ? { groupChats } : { groupChats, template };
}

/** Drops what is absent, so that "no hotline" has one form only. */
function contact(given: NonNullable<WardFile['contact']>): WardContact {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
