import { z } from 'zod';

const unitSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  kind: z.enum([
    'department',
    'centre',
    'police',
    'committee',
    'neighbourhood',
    'organisation',
    'party',
    'council',
    'authority',
    'group',
    'community',
    'school',
    'higher',
  ]),
  spellings: z.array(z.string().min(1)).default([]),
  nicknames: z.array(z.string().min(1)).default([]),
});

/** The `units:` list of a ward.yaml: units that exist in that ward only. */
export const unitListSchema = z.array(unitSchema).superRefine((units, check) => {
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unit.id)) check.addIssue({ code: 'custom', message: `unit id used twice: ${unit.id}` });
    seen.add(unit.id);
  }
});

/** The content of data/units.yaml: the units that every ward has or may have. */
export const unitsFileSchema = z.strictObject({ units: unitListSchema });
