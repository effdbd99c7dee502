import * as z from 'zod/mini';

const token = z.string().check(z.minLength(1), z.maxLength(4000));

/** `token`: what the SDK's getLocation gave, good once and for two minutes. `accessToken`: of the same person, at that moment. */
export const locationBody = z.object({ token, accessToken: token });
/** Keys of wards, the nearest first; none where no ward has said where it lies. No place is ever sent back. */
export const locationReply = z.object({ wards: z.array(z.string()) });
