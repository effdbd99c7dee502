import * as z from 'zod/mini';

export const PERSONAS = ['resident', 'leader', 'official', 'admin'] as const;
export const persona = z.enum(PERSONAS);
export type Persona = z.infer<typeof persona>;

export const sessionBody = z.object({ accessToken: z.string().check(z.minLength(1), z.maxLength(4000)) });

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const demoSessionBody = z.object({
  persona,
  ward: z.string().check(z.minLength(1), z.maxLength(60)),
  unit: z.optional(name),
  group: z.optional(name),
});

export const user = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  role: persona,
  ward: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  group: z.nullable(z.string()),
  demo: z.boolean(),
});
export type User = z.infer<typeof user>;

export const sessionReply = z.object({
  token: z.string(),
  /** Seconds after which the token is worth nothing; renew it before. No time of day: the phone's clock may be wrong. */
  expires_in: z.number(),
  user,
});
export type SessionReply = z.infer<typeof sessionReply>;
export const meReply = z.object({ user });
