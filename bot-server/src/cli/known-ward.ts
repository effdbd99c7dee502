import type { WardProfile } from '@phuong-so/shared/domain/ward';
import { composeContent } from '../app/compose.ts';
import type { Config } from '../app/config.ts';
import { CliError } from './cli-error.ts';

/** The profile of a ward that a person named. @throws CliError that lists the wards there are */
export async function readWard(config: Config, given: string | undefined, usage: string): Promise<WardProfile> {
  if (given === undefined) throw new CliError(`Cần --ward KHÓA_PHƯỜNG. Cách dùng: ${usage}`);
  const content = composeContent(config);
  const keys = await content.wardKeys();
  if (!keys.includes(given)) throw new CliError(`Không có phường "${given}". Các phường: ${keys.join(', ')}.`);
  return (await content.ward(given)).profile;
}

/** A neighbourhood group's id. @throws CliError that lists the groups there are */
export function readGroup({ key, groups }: WardProfile, given: string | undefined): string | null {
  if (given === undefined) return null;
  if (groups.some(({ id }) => id === given)) return given;
  const known = groups.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new CliError(
    known === ''
      ? `Phường "${key}" chưa có tổ dân phố nào: hãy thêm mục groups vào ward.yaml của phường.`
      : `Không có tổ dân phố "${given}". Các tổ: ${known}.`,
  );
}
