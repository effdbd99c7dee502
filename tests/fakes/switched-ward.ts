import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A ward of the project that has models switched on in `dataWithSwitch`, and one that has not. */
export const [SWITCHED_ON, SWITCHED_OFF] = ['tran-lieu', 'hoang-mai'] as const;

/** A copy of the project's data with two wards only, of which one has models switched on. Gives its place within `folder`. */
export function dataWithSwitch(folder: string): string {
  return dataOf(folder, SWITCHED_ON, SWITCHED_OFF);
}

/** A copy with this ward alone, in a folder of its own that holds nothing else. It has models switched on. */
export function switchedOnData(ward: string): string {
  return dataOf(mkdtempSync(path.join(os.tmpdir(), 'phuong-so-data-')), ward);
}

function dataOf(folder: string, on: string, ...off: string[]): string {
  const data = path.join(folder, 'data');
  const kept = new RegExp(`/wards/(?!(?:${[on, ...off].join('|')})(?:/|$))`);
  cpSync('data', data, { recursive: true, filter: (place) => !kept.test(place) });
  const file = path.join(data, 'wards', on, 'ward.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nlanguage_model: "on"\n`);
  return data;
}
