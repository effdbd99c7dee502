import type { Actor } from '@phuong-so/shared/domain/broadcast';

/** What a ward is called and how it is divided. */
export interface WardNames {
  /** "phường Sao Mai"; null = nobody has said. */
  readonly name: string | null;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The office that somebody announces as, never a person's name: "Tổ trưởng tổ dân phố 5", "Trưởng khu phố 2", the unit of an
 * official, or the ward itself.
 */
export function officeOf({ role, unit, group }: Actor, { name, groups }: WardNames): string {
  if (role !== 'leader') return unit ?? `UBND ${name ?? 'phường'}`;
  const called = groups.find(({ id }) => id === group)?.name ?? group ?? 'tổ dân phố';
  const lower = called.charAt(0).toLocaleLowerCase('vi') + called.slice(1);
  return lower.startsWith('tổ ') ? `Tổ trưởng ${lower}` : `Trưởng ${lower}`;
}
