import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import type { Database, State } from '../../bot-server/src/adapters/state/state.ts';

export const DATABASE_KINDS = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A new, empty place for a state; `remove` takes it away again. */
export interface TestPlace {
  readonly database: Database;
  remove(): Promise<void>;
}

export async function makePlace(kind: DatabaseKind): Promise<TestPlace> {
  if (kind === 'sqlite') {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'state-'));
    const database = { kind, file: path.join(folder, 'state.db') };
    return { database, remove: async () => rmSync(folder, { recursive: true }) };
  }
  const server = inject('postgresUrl');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await ask(`${server}/postgres`, `create database ${name}`);
  const remove = () => ask(`${server}/postgres`, `drop database ${name} with (force)`);
  return { database: { kind, url: `${server}/${name}` }, remove };
}

/** One statement on PostgreSQL, outside the project's own code. */
export async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface OpenDatabase {
  readonly kind: DatabaseKind;
  readonly database: Database;
  readonly state: State;
  /** The same database over a connection of its own, as another process has it; closed at the end. */
  another(): Promise<State>;
}

/** Runs the suite on both databases. `open()` is valid inside tests and hooks; every test finds the tables empty. */
export function describeState(title: string, suite: (open: () => OpenDatabase, kind: DatabaseKind) => void): void {
  describe.each(DATABASE_KINDS)(`${title}: %s`, (kind) => {
    let place: TestPlace;
    let opened: OpenDatabase;
    const more: State[] = [];
    beforeAll(async () => {
      place = await makePlace(kind);
      const state = await openState(place.database);
      const another = async () => {
        const one = await openState(place.database);
        more.push(one);
        return one;
      };
      opened = { kind, database: place.database, state, another };
    });
    beforeEach(() => clear(opened.state));
    afterAll(async () => {
      await Promise.all([opened.state, ...more].map((state) => state.close()));
      await place.remove();
    });
    suite(() => opened, kind);
  });
}

async function clear({ db, tables }: State): Promise<void> {
  for (const table of Object.values(tables)) await db.delete(table);
}
