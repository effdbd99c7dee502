import { statSync } from 'node:fs';
import path from 'node:path';
import { SqlitePlanIndex } from '../../../bot-server/src/adapters/index/sqlite-plan-index.ts';
import { openAiEmbedder } from '../../../bot-server/src/adapters/model/openai-embedder.ts';
import { buildIndex } from '../../../bot-server/src/ingestion/build-index/build-index.ts';
import type { Embedder } from '../../../bot-server/src/ports/language-model.ts';
import { meaningOf } from '../../fakes/model-server/meaning.ts';
import { type Arm, wholeText } from './arm.ts';
import { emptyWard, scopesOf, toPassage } from './ours.ts';

const BATCH = 64;
const BATCH_LIMIT_MS = 120_000;
const DIMENSION = 256;

/** Shared words and pairs made into numbers: it shows that the way works, and says nothing of what a model would find. */
const DOUBLE: Embedder = {
  name: 'double',
  embed: async (texts) => texts.map((text) => Float32Array.from(meaningOf(text, DIMENSION))),
};

/** The server of the environment, as the product would use it; the double where none is named. */
export function benchEmbedder(env: Readonly<Record<string, string | undefined>> = process.env): Embedder {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_MODEL: model } = env;
  if (!apiKey || !model) return DOUBLE;
  return openAiEmbedder({
    ...{ apiKey, baseUrl: baseUrl || 'https://api.openai.com/v1', model, timeoutMs: BATCH_LIMIT_MS },
  });
}

export function isDouble(embedder: Embedder): boolean {
  return embedder === DOUBLE;
}

/**
 * The product's index and search with meanings beside the words. Each text is embedded once, before it is asked for the
 * second time: the times of later rounds are the search's, without the server's.
 */
export const oursByMeaning: Arm = {
  async build(passages, folder) {
    const embedder = benchEmbedder();
    const embed = (texts: readonly string[]) => embedder.embed(texts, AbortSignal.timeout(BATCH_LIMIT_MS));
    const scopes = scopesOf(passages);
    const vectors = new Map<string, readonly Float32Array[]>();
    for (const [scope, own] of scopes) {
      const found: Float32Array[] = [];
      for (let at = 0; at < own.length; at += BATCH)
        found.push(...(await embed(own.slice(at, at + BATCH).map(wholeText))));
      vectors.set(scope, found);
    }
    const dimension = [...vectors.values()][0]?.[0]?.length ?? 0;
    const { file } = buildIndex({
      wards: [...scopes.keys()].map(emptyWard),
      outDir: folder,
      builtAt: '2026-01-01T00:00:00Z',
      toPassages: ({ documentId }) => (scopes.get(documentId) ?? []).map(toPassage),
      meaning: { model: embedder.name, dimension, vectors },
    });
    const index = SqlitePlanIndex.open(folder);
    const asked = new Map<string, Float32Array>();
    return {
      bytes: statSync(path.join(folder, file)).size,
      async search(query, ward, limit) {
        const meaning = asked.get(query) ?? (await embed([query]))[0];
        if (meaning) asked.set(query, meaning);
        return index.search({ ward, query, limit, meaning }).map((hit) => hit.ref);
      },
    };
  },
};
