import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A ward of the project that has models switched on in `dataWithSwitch`, and one that has not. */
export const [SWITCHED_ON, SWITCHED_OFF] = ['tran-lieu', 'hoang-mai'] as const;

/** A copy of the project's data with these two wards only. Gives its place within `folder`. */
export function dataWithSwitch(folder: string): string {
  const data = path.join(folder, 'data');
  const kept = new RegExp(`/wards/(?!${SWITCHED_ON}|${SWITCHED_OFF})`);
  cpSync('data', data, { recursive: true, filter: (place) => !kept.test(place) });
  const file = path.join(data, 'wards', SWITCHED_ON, 'ward.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nlanguage_model: "on"\n`);
  return data;
}
