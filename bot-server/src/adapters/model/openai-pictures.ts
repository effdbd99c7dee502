import { ModelFailure, type PictureReader } from '../../ports/language-model.ts';
import { asFailure } from './model-failures.ts';
import { type OpenAiOptions, openAiClient } from './openai-model.ts';

/** Chat completions with a picture in the message, of any server that has a model with eyes. */
export function openAiPictures(options: OpenAiOptions): PictureReader {
  const client = openAiClient(options);
  const { model } = options;
  return {
    name: model,
    async read(picture, type, told, most, signal) {
      const url = `data:${type};base64,${Buffer.from(picture).toString('base64')}`;
      const content = [
        { type: 'text' as const, text: told },
        { type: 'image_url' as const, image_url: { url } },
      ];
      try {
        const body = { model, temperature: 0, max_tokens: most, messages: [{ role: 'user' as const, content }] };
        const reply = await client.chat.completions.create({ ...body, stream: false }, { signal });
        const text = reply?.choices?.[0]?.message?.content;
        if (typeof text !== 'string') throw new ModelFailure('malformed', 'no text in the reply');
        return text;
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}
