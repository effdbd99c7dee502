import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentFiles } from './content-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'content-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

test('a new ward is a new folder: without ward.yaml its name is unknown, its plans are there', async () => {
  write('wards/moi/plans/b.txt', 'hai');
  write('wards/moi/plans/a.docx', 'một');
  write('wards/moi/plans/~$a.docx', 'Word');
  write('wards/moi/plans/notes.xlsx', 'x');
  const content = contentFiles(folder);
  expect(await content.wardKeys()).toEqual(['moi']);
  const { profile, plans } = await content.ward('moi');
  expect(profile).toEqual({ key: 'moi', name: null, province: null, groups: [], units: [] });
  expect(plans.map((plan) => plan.fileName)).toEqual(['a.docx', 'b.txt']);
});

test('ward.yaml fills in the contact card and nothing that it does not say', async () => {
  write('wards/moi/ward.yaml', 'key: moi\nname: phường Mới\ncontact: { hotline: "0123" }\n');
  const { profile } = await contentFiles(folder).ward('moi');
  expect(profile).toMatchObject({ name: 'phường Mới', province: null, contact: { hotline: '0123' } });
  expect(profile).not.toHaveProperty('oaId');
});

test.each([
  ['key: moi\nnam: sai chính tả\n', /ward\.yaml/],
  ['key: khac\n', /khac.*moi/],
  ['key: [moi\n', /YAML/],
])('a wrong ward.yaml is refused in one line that names the file: %j', async (text, message) => {
  write('wards/moi/ward.yaml', text);
  const reading = contentFiles(folder).ward('moi');
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.not.toThrow(/\n/);
});

test('a folder that cannot be a ward key is refused', async () => {
  write('wards/Phường Mới/ward.yaml', '');
  await expect(contentFiles(folder).wardKeys()).rejects.toThrow(/gạch nối/);
});

test('the fingerprint changes with any content file and with nothing else', async () => {
  write('wards/moi/plans/a.txt', 'một');
  const content = contentFiles(folder);
  const before = await content.fingerprint();
  write('wards/moi/plans/.DS_Store', 'x');
  expect(await content.fingerprint()).toBe(before);
  write('wards/moi/plans/a.txt', 'hai');
  expect(await content.fingerprint()).not.toBe(before);
});
