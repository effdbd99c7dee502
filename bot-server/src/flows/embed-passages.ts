import { type PassageMeanings, passagesOf, type WardSource } from '../ingestion/build-index/build-index.ts';
import type { Passage } from '../ingestion/build-index/passage.ts';
import { type Embedder, ModelFailure } from '../ports/language-model.ts';

/** A server that gives meanings, and how patiently it is asked. */
export interface Embedding {
  readonly embedder: Embedder;
  /** Milliseconds before each further try of one batch; as many tries more as there are numbers. */
  readonly pauses: readonly number[];
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Passages sent at once. */
const BATCH = 64;
/** Of a passage so much is sent: models read some hundred words. In UTF-16 units. */
const LONGEST = 4_000;
/** For one batch. Milliseconds. */
const BATCH_LIMIT_MS = 60_000;

/**
 * The meaning of every passage of every ward. All of it or nothing: an index of which half can be found by meaning would
 * prefer that half. @throws ModelFailure when a batch fails as often as it is tried, or the vectors are not of one length
 */
export async function embedPassages(
  wards: readonly WardSource[],
  embedding: Embedding,
): Promise<PassageMeanings | null> {
  const vectors = new Map<string, readonly Float32Array[]>();
  let dimension = 0;
  for (const ward of wards) {
    const texts = ward.plans.flatMap(passagesOf).map(meantText);
    const found: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH)
      found.push(...(await embedBatch(texts.slice(at, at + BATCH), embedding)));
    dimension ||= found[0]?.length ?? 0;
    if (found.some((vector) => vector.length !== dimension))
      throw new ModelFailure('malformed', 'vectors of several lengths');
    vectors.set(ward.key, found);
  }
  return dimension === 0 ? null : { model: embedding.embedder.name, dimension, vectors };
}

async function embedBatch(
  texts: readonly string[],
  { embedder, pauses, wait }: Embedding,
): Promise<readonly Float32Array[]> {
  for (const pause of pauses) {
    try {
      return await embedder.embed(texts, AbortSignal.timeout(BATCH_LIMIT_MS));
    } catch (error) {
      if (!(error instanceof ModelFailure) || error.kind === 'refused') throw error;
      await wait(pause);
    }
  }
  return embedder.embed(texts, AbortSignal.timeout(BATCH_LIMIT_MS));
}

/** A paragraph means little without what stands above it. */
function meantText({ heading, text }: Passage): string {
  return (heading === '' ? text : `${heading}\n${text}`).slice(0, LONGEST);
}
