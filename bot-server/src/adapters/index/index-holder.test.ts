import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSmallIndex, CHANGED_WARDS, makeIndexFolder } from '../../../../tests/fixtures/small-index.ts';
import { IndexHolder } from './index-holder.ts';
import { IndexUnusableError } from './index-unusable-error.ts';
import { SqlitePlanIndex } from './sqlite-plan-index.ts';

let folder: string;

beforeEach(() => {
  folder = makeIndexFolder();
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe('the index folder', () => {
  it('builds the same file from the same plans', () => {
    const first = buildSmallIndex(folder);
    expect(buildSmallIndex(folder).id).toBe(first.id);
    expect(readdirSync(folder).sort()).toEqual([first.file, 'manifest.json']);
  });

  it('opens where nothing may be written, and leaves nothing behind', () => {
    const { file } = buildSmallIndex(folder);
    chmodSync(path.join(folder, file), 0o444);
    chmodSync(folder, 0o555);
    const index = SqlitePlanIndex.open(folder);
    expect(index.search({ ward: 'an-hai', query: 'tiền mặt', limit: 1 })).toHaveLength(1);
    index.close();
    expect(readdirSync(folder).sort()).toEqual([file, 'manifest.json']);
  });

  it('changes over while running; whoever began with the old build ends with it', () => {
    const { id } = buildSmallIndex(folder);
    const holder = new IndexHolder(folder);
    const begun = holder.current();
    buildSmallIndex(folder, CHANGED_WARDS);
    expect(holder.reload()).toBe('changed');
    expect(holder.reload()).toBe('unchanged');
    expect(begun.id).toBe(id);
    expect(begun.search({ ward: 'an-hai', query: 'tiền mặt', limit: 1 })).toHaveLength(1);
    expect(holder.current().search({ ward: 'an-hai', query: 'tiền mặt', limit: 1 })).toHaveLength(0);
    expect(holder.current().search({ ward: 'an-hai', query: 'camera', limit: 1 })).toHaveLength(1);
    holder.close();
  });

  it('notices a new manifest by itself', async () => {
    buildSmallIndex(folder);
    const holder = new IndexHolder(folder);
    const changed = new Promise((resolve) => holder.watch(5, resolve));
    buildSmallIndex(folder, CHANGED_WARDS);
    expect(await changed).toBe('changed');
    expect(holder.current().wards()).toHaveLength(1);
    holder.close();
  });

  it('goes on serving the old build when the new one cannot be used', () => {
    buildSmallIndex(folder);
    const holder = new IndexHolder(folder);
    writeFileSync(path.join(folder, 'manifest.json'), '{"id":');
    expect(() => holder.reload()).toThrow(IndexUnusableError);
    expect(holder.current().search({ ward: 'an-hai', query: 'tiền mặt', limit: 1 })).toHaveLength(1);
    holder.close();
  });
});

describe('an index that is not understood is refused, with what to do', () => {
  const changeManifest = (change: (manifest: Record<string, unknown>) => void): void => {
    const file = path.join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    change(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  };
  const problem = (): string => {
    try {
      SqlitePlanIndex.open(folder).close();
      return 'none';
    } catch (error) {
      expect(error).toBeInstanceOf(IndexUnusableError);
      expect((error as Error).message).toMatch(/build/);
      return (error as IndexUnusableError).problem;
    }
  };

  it('no manifest', () => expect(problem()).toBe('missing'));

  it('a manifest that is not JSON', () => {
    writeFileSync(path.join(folder, 'manifest.json'), 'PK\u0003\u0004');
    expect(problem()).toBe('manifest_unreadable');
  });

  it('another schema or another text folding', () => {
    buildSmallIndex(folder);
    changeManifest((manifest) => Object.assign(manifest, { schemaVersion: 999 }));
    expect(problem()).toBe('version_unknown');
    buildSmallIndex(folder);
    changeManifest((manifest) => Object.assign(manifest, { textFoldingVersion: 999 }));
    expect(problem()).toBe('version_unknown');
  });

  it('a manifest that points outside its folder', () => {
    buildSmallIndex(folder);
    changeManifest((manifest) => Object.assign(manifest, { file: '../state.db' }));
    expect(problem()).toBe('manifest_unreadable');
  });

  it('an index file that is missing, cut short, or no database', () => {
    const file = path.join(folder, buildSmallIndex(folder).file);
    const whole = path.join(folder, 'whole');
    copyFileSync(file, whole);
    rmSync(file);
    expect(problem()).toBe('file_damaged');
    writeFileSync(file, readFileSync(whole).subarray(0, 5_000));
    expect(problem()).toBe('file_damaged');
    writeFileSync(file, Buffer.alloc(statSync(whole).size, 7));
    expect(problem()).toBe('file_damaged');
  });
});
