import * as z from 'zod';
import { TEMPLATE_VALUES } from '../domain/ward.ts';
import { unitListSchema } from './units.ts';

const line = z.string().trim().min(1).max(300);

/** Folder name under data/wards. It is part of addresses and of variable names, so it is plain ASCII. */
export const wardKeySchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a ward key has small letters, digits and single hyphens only');

/** data/wards/<key>/ward.yaml. Everything but the key may be missing: name and province then come from the plan. */
export const wardFileSchema = z.strictObject({
  key: wardKeySchema,
  name: line.nullable().optional(),
  province: line.nullable().optional(),
  /** Id of the ward's Zalo Official Account. */
  oaId: z.string().regex(/^\d+$/).optional(),
  contact: z.strictObject({ address: line, hotline: line, hours: line, email: z.email() }).partial().optional(),
  /** Where the ward lies, degrees north and east: [21.01, 105.80]. Only to find the ward nearest to a person. */
  centre: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** Neighbourhood groups (tổ dân phố). */
  groups: z.array(z.strictObject({ id: line, name: line })).default([]),
  /**
   * How announcements of group leaders are checked. Absent: they go without asking. `unit`, `deputyUnit`: as the plan prints
   * them; without a unit any official of the ward decides.
   */
  announcements: z
    .strictObject({
      ofLeaders: z.boolean(),
      withinHours: z.number().min(1).max(168).default(24),
      unit: line.optional(),
      deputyUnit: line.optional(),
    })
    .refine(({ unit, deputyUnit }) => deputyUnit === undefined || (unit !== undefined && unit !== deputyUnit), {
      error: 'deputyUnit stands in for unit: name both, and two different ones',
    })
    .optional(),
  /** Whether a language model may word answers about the ward's plan, where one is configured. Absent: off. */
  language_model: z.enum(['on', 'off']).optional(),
  /** Channels of Zalo that the ward's account has beside chat. Absent: they are off. */
  zaloChannels: z
    .strictObject({
      /** Ids of the account's own group chats (GMF) by neighbourhood group. */
      groupChats: z.record(line, z.string().regex(/^[\w-]{1,80}$/)).default({}),
      /** A template message (ZBS) that Zalo has approved for sending by user id. Prices in đồng, without VAT. */
      template: z
        .strictObject({
          id: z.string().regex(/^\w{1,40}$/),
          price: z.int().min(0).max(100_000),
          monthlyBudget: z.int().min(0).max(1_000_000_000),
          /** The template's parameters, what fills each, and how many characters Zalo lets it have. */
          fields: z
            .array(
              z.strictObject({
                name: z.string().regex(/^\w{1,50}$/),
                value: z.enum(TEMPLATE_VALUES),
                longest: z.int().min(5).max(400),
              }),
            )
            .min(1)
            .max(20),
        })
        .optional(),
    })
    .optional(),
  /** Units beside those that every ward has (data/units.yaml). */
  units: unitListSchema.default([]),
});

export type WardFile = z.infer<typeof wardFileSchema>;
