import type { WardProfile } from '@phuong-so/shared/domain/ward';
import type { ApiDeps } from './environment.ts';

/** To choose from in a demonstration of a ward that has configured none. */
const DEMO_GROUPS: WardProfile['groups'] = [1, 2, 3].map((number) => ({
  id: `trinh-dien-${number}`,
  name: `Tổ dân phố ${number} (trình diễn)`,
}));

/** Neighbourhood groups of a ward; none for a ward that the index does not know. */
export function groupsOf({ index, demo }: Pick<ApiDeps, 'index' | 'demo'>, ward: string): WardProfile['groups'] {
  const groups = index.ward(ward)?.profile.groups;
  return demo && groups?.length === 0 ? DEMO_GROUPS : (groups ?? []);
}

/** The name of a group by its id; what is no id of the ward's is taken as a name. */
export function groupName(deps: ApiDeps, ward: string, group: string | null): string | null {
  return groupsOf(deps, ward).find(({ id }) => id === group)?.name ?? group;
}

/** The names of the groups that something is for; null = the whole ward. */
export function groupNames(deps: ApiDeps, ward: string, groups: readonly string[]): string | null {
  return groups.length === 0 ? null : groups.map((group) => groupName(deps, ward, group)).join(', ');
}
