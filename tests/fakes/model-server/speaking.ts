import * as z from 'zod';

/** What a client may send to `/v1/audio/speech`, as far as the double understands it. */
export const speechRequest = z.strictObject({
  model: z.string().min(1),
  voice: z.string().min(1),
  input: z.string().min(1).max(4096),
  response_format: z.literal('mp3'),
});
export type SpeechRequest = z.infer<typeof speechRequest>;

/** MPEG-1 Layer III, 128 kbit/s, 44,100 Hz, one channel: a frame of silence of 26 ms. */
const HEADER = [0xff, 0xfb, 0x90, 0xc4];
const FRAME_BYTES = 417;
/** Vietnamese is read at some fifteen letters a second; the double hurries. */
const FRAMES_A_LETTER = 0.25;

/** A recording that every player takes: silent, and the longer the more there is to say. */
export function recordingOf({ input }: SpeechRequest): Buffer {
  const frames = Math.max(8, Math.ceil(input.length * FRAMES_A_LETTER));
  const recording = Buffer.alloc(frames * FRAME_BYTES);
  for (let frame = 0; frame < frames; frame += 1) recording.set(HEADER, frame * FRAME_BYTES);
  return recording;
}
