import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(80));
const ward = z.string().check(z.minLength(1), z.maxLength(60));
const line = (most: number) => z.string().check(z.trim(), z.minLength(2), z.maxLength(most));

export const ageBand = z.enum(['under_18', '18_35', '36_59', '60_up']);
export const classState = z.enum(['open', 'full', 'running', 'over', 'cancelled']);

/** The asker's own place. */
export const ownPlace = z.object({
  state: z.enum(['seated', 'waiting', 'given_up']),
  /** From 1, among those who wait. */
  position: z.nullable(z.number()),
  attended: z.boolean(),
});

export const classReply = z.object({
  id: z.string(),
  ward: z.string(),
  /** The neighbourhood group's name; null = for the whole ward. */
  group: z.nullable(z.string()),
  course: z.nullable(z.object({ id: z.string(), title: z.string() })),
  title: z.string(),
  place: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  seats: z.number(),
  seats_left: z.number(),
  waiting: z.number(),
  teacher: z.string(),
  state: classState,
  cancel_reason: z.nullable(z.string()),
  demo: z.boolean(),
  /** null = not signed in, or no place asked for. */
  mine: z.nullable(ownPlace),
  /** The asker may change the class, see who comes and take the roll. */
  may_lead: z.boolean(),
});
export type ClassReply = z.infer<typeof classReply>;

export const classesQuery = z.object({ ward, group: z.optional(id) });
export const classesReply = z.object({ ward: z.string(), classes: z.array(classReply) });
export const classParams = z.object({ id });

export const classBody = z.object({
  ward,
  /** Id of a neighbourhood group; null = the whole ward. A leader opens for the own group alone. */
  group: z.nullable(id),
  course: z.nullable(id),
  title: line(120),
  place: line(200),
  /** ISO times with zone; in the future, the end after the start, within twelve hours. */
  starts_at: z.string().check(z.maxLength(40)),
  ends_at: z.string().check(z.maxLength(40)),
  seats: z.number().check(z.int(), z.minimum(1), z.maximum(500)),
  teacher: line(120),
});
export const cancelClassBody = z.object({ reason: line(300) });

export const placeBody = z.object({
  /** What to call the person at the roll; not the full name, and forgotten 30 days after the class. */
  called_name: line(40),
  group: z.nullable(id),
  age_band: z.nullable(ageBand),
});
export const placeReply = z.object({ place: ownPlace, held: classReply });

/** Who comes, for those who lead the class. */
export const rollReply = z.object({
  held: classReply,
  places: z.array(
    z.object({
      id: z.string(),
      called_name: z.nullable(z.string()),
      state: z.enum(['seated', 'waiting']),
      position: z.nullable(z.number()),
      attended: z.boolean(),
    }),
  ),
});
export type RollReply = z.infer<typeof rollReply>;
export const attendanceBody = z.object({ places: z.array(id).check(z.maxLength(500)), present: z.boolean() });

/** What the teacher's phone shows as a QR code; it changes every five minutes and holds only during the class. */
export const checkInCodeReply = z.object({
  code: z.string(),
  /** Opens the class in the Mini App with the code: "…/?p=lop-hoc/lop&ma=<class>&diem-danh=<code>"; null = the Mini App's address is not configured. */
  address: z.nullable(z.string()),
  /** ISO time. */
  valid_until: z.string(),
});
export const checkInBody = z.object({ code: z.string().check(z.trim(), z.minLength(4), z.maxLength(20)) });

/** Dates "2026-11-21" in Vietnam, both within; absent = this year until today. */
export const learningCountsQuery = z.object({
  ward,
  from: z.optional(z.iso.date()),
  until: z.optional(z.iso.date()),
});
/** People reached, as a numerator for the plan's targets: what is counted stands beside it. */
export const learningCountsReply = z.object({
  ward: z.string(),
  from: z.string(),
  until: z.string(),
  definition: z.string(),
  people: z.number(),
  attendances: z.number(),
  certified: z.number(),
  by_group: z.array(z.object({ group: z.string(), people: z.number() })),
  by_age_band: z.array(z.object({ age_band: z.nullable(ageBand), people: z.number() })),
  /** Targets of the ward's plans that speak of digital skills, as printed; the numerator is not their value. */
  targets: z.array(z.object({ name: z.string(), unit: z.nullable(z.string()), document: z.string() })),
});
