import { locationBody, locationReply } from '@phuong-so/shared/contracts/location';
import { nearestWards, type Place } from '@phuong-so/shared/domain/nearest-wards';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { route, SIGNING_IN } from '../route.ts';
import { verified } from '../sign-in.ts';

/** Where the person is goes into a comparison and nowhere else: neither stored, logged nor sent back. */
export const location = route({
  method: 'post',
  path: '/api/v1/location',
  summary: 'Các phường gần người đang đăng nhập nhất, theo vị trí mà người đó vừa đồng ý cho biết',
  access: 'signed_in',
  pace: SIGNING_IN,
  body: locationBody,
  reply: locationReply,
  async handle({ body }, deps) {
    if (deps.zaloLocation === null) throw new Refusal('sign_in_not_configured');
    const centres = centresOf(deps);
    if (centres.size === 0) return { wards: [] };
    const place = await verified(deps.zaloLocation.locate(body.accessToken, body.token), 'location_refused');
    return { wards: nearestWards(centres, place) };
  },
});

function centresOf({ index }: ApiDeps): Map<string, Place> {
  const wards = index.wards().flatMap(({ key }) => {
    const centre = index.ward(key)?.profile.centre;
    return centre === undefined ? [] : [[key, centre] as const];
  });
  return new Map(wards);
}
