import { toFile } from 'openai';
import { ModelFailure, type Voice } from '../../ports/language-model.ts';
import { asFailure } from './model-failures.ts';
import { type OpenAiOptions, openAiClient } from './openai-model.ts';

const LANGUAGE = 'vi';

/** `/v1/audio/transcriptions` of any server that has it. Every fault is a ModelFailure without anybody's words. */
export function openAiVoice(options: OpenAiOptions): Voice {
  const client = openAiClient(options);
  const { model } = options;
  return {
    name: model,
    async transcribe(audio, fileName, signal) {
      try {
        const file = await toFile(audio, fileName);
        const said = await client.audio.transcriptions.create({ file, model, language: LANGUAGE }, { signal });
        if (typeof said?.text !== 'string') throw new ModelFailure('malformed', 'no text in the reply');
        return said.text;
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}
