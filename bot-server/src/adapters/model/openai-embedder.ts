import { type Embedder, ModelFailure } from '../../ports/language-model.ts';
import { asFailure } from './model-failures.ts';
import { type OpenAiOptions, openAiClient } from './openai-model.ts';

/** `/v1/embeddings` of any server that has it. Plain numbers are asked for: not every server knows another way. */
export function openAiEmbedder(options: OpenAiOptions): Embedder {
  const client = openAiClient(options);
  const { model } = options;
  return {
    name: model,
    async embed(texts, signal) {
      try {
        const body = { model, input: [...texts], encoding_format: 'float' as const };
        const { data } = await client.embeddings.create(body, { signal });
        return vectorsOf(data, texts.length);
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}

/** In the order of the texts, whatever order they came in. @throws ModelFailure unless there is one usable vector a text */
function vectorsOf(
  data: readonly { readonly index: number; readonly embedding: readonly number[] }[],
  count: number,
): Float32Array[] {
  const vectors = new Array<Float32Array | undefined>(count).fill(undefined);
  for (const { index, embedding } of data ?? [])
    if (Array.isArray(embedding)) vectors[index] = Float32Array.from(embedding);
  const whole = vectors.filter((vector) => vector !== undefined);
  const dimension = whole[0]?.length ?? 0;
  const isUsable = (vector: Float32Array) =>
    vector.length === dimension && vector.every(Number.isFinite) && vector.some((value) => value !== 0);
  if (whole.length !== count || dimension === 0 || !whole.every(isUsable))
    throw new ModelFailure('malformed', 'vectors are missing or of no use');
  return whole;
}
