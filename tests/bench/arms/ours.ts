import { statSync } from 'node:fs';
import path from 'node:path';
import { SqlitePlanIndex } from '../../../bot-server/src/adapters/index/sqlite-plan-index.ts';
import { buildIndex, type WardSource } from '../../../bot-server/src/ingestion/build-index/build-index.ts';
import type { Passage } from '../../../bot-server/src/ingestion/build-index/passage.ts';
import { smallPlan } from '../../fixtures/small-plans.ts';
import type { BenchPassage } from '../sets/retrieval-set.ts';
import type { Arm } from './arm.ts';

/** The product's own index file and search; a scope is a ward. */
export const ours: Arm = {
  build(passages, folder) {
    const scopes = scopesOf(passages);
    const { file } = buildIndex({
      wards: [...scopes.keys()].map(emptyWard),
      outDir: folder,
      builtAt: '2026-01-01T00:00:00Z',
      toPassages: ({ documentId }) => (scopes.get(documentId) ?? []).map(toPassage),
    });
    const index = SqlitePlanIndex.open(folder);
    return {
      bytes: statSync(path.join(folder, file)).size,
      search: (query, ward, limit) => index.search({ ward, query, limit }).map((hit) => hit.ref),
    };
  },
};

export function scopesOf(passages: readonly BenchPassage[]): Map<string, BenchPassage[]> {
  const scopes = new Map<string, BenchPassage[]>();
  for (const passage of passages) scopes.set(passage.scope, [...(scopes.get(passage.scope) ?? []), passage]);
  return scopes;
}

export function toPassage({ id, scope, heading, text }: BenchPassage): Passage {
  return { documentId: scope, kind: 'section', ref: id, sectionId: null, heading, text, sentences: [] };
}

export function emptyWard(scope: string): WardSource {
  const profile = { key: scope, name: null, province: null, groups: [], units: [] };
  return { key: scope, profile, plans: [{ documentId: scope, plan: smallPlan([]), sourceText: '' }] };
}
