/** As whom every route is asked. */
export const ROLES = [
  ...(['anonymous', 'resident', 'leader', 'leader of another group', 'official', 'admin'] as const),
  ...(['official of another unit', 'official of another ward', 'removed official', 'forged'] as const),
] as const;
export type Expected = Record<(typeof ROLES)[number], number>;
export const everyone = (status: number): Expected => ({
  ...(Object.fromEntries(ROLES.map((role) => [role, status])) as Expected),
  forged: 401,
});
export const officials = (status: number) => ({ official: status, 'official of another unit': status, admin: status });
export const signedIn: Expected = { ...everyone(200), anonymous: 401 };
/** Of the leader's group: to others it is not there. */
export const ofGroup: Expected = { ...everyone(404), anonymous: 401, leader: 200, ...officials(200) };
/** Who announces to anybody in the ward. */
export const announcers: Expected = {
  ...ofGroup,
  resident: 403,
  'removed official': 403,
  'leader of another group': 200,
  'official of another ward': 403,
};
/** Classes of the whole ward are no leader's to lead. */
export const ofWard: Expected = { ...everyone(403), anonymous: 401, ...officials(200) };

/** Proposals are the standing unit's alone; whoever runs the service counts as it. */
export const standing: Expected = { ...ofWard, 'official of another unit': 403 };
/** A task is there for the officials of its ward alone, and its own unit's or the standing unit's to change. */
export const colleagues: Expected = { ...everyone(404), anonymous: 401, ...officials(200) };
export const ofTask: Expected = { ...colleagues, 'official of another unit': 403 };
