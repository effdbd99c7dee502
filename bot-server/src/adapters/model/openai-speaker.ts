import { ModelFailure, type Speaker } from '../../ports/language-model.ts';
import { asFailure } from './model-failures.ts';
import { type OpenAiOptions, openAiClient } from './openai-model.ts';

/** Every telephone plays it, and it is a tenth of what is not compressed. */
const FORMAT = 'mp3';
/** Half a minute at 320 kbit/s. Bytes. */
const LARGEST = 1_500_000;

/** `/v1/audio/speech` of any server that has it. `voice`: one of that server's. Every fault is a ModelFailure without the words. */
export function openAiSpeaker(options: OpenAiOptions & { readonly voice: string }): Speaker {
  const client = openAiClient(options);
  const { model, voice } = options;
  return {
    name: model,
    async speak(input, signal) {
      try {
        const reply = await client.audio.speech.create({ model, voice, input, response_format: FORMAT }, { signal });
        const sound = new Uint8Array(await reply.arrayBuffer());
        if (sound.length > LARGEST) throw new ModelFailure('malformed', `${sound.length} bytes`);
        return sound;
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}
