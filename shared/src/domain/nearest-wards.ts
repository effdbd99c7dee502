/** Degrees north and east. */
export type Place = readonly [latitude: number, longitude: number];

const RADIUS_KM = 6371;

/** Keys in order of their distance from `at`, the nearest first. */
export function nearestWards(centres: ReadonlyMap<string, Place>, at: Place): string[] {
  const distances = [...centres].map(([key, centre]) => ({ key, away: kilometres(centre, at) }));
  return distances.sort((one, other) => one.away - other.away).map(({ key }) => key);
}

/** Along the surface of the earth. */
function kilometres([north, east]: Place, [toNorth, toEast]: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across = Math.cos(radians(north)) * Math.cos(radians(toNorth)) * half(east, toEast);
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(half(north, toNorth) + across));
}
