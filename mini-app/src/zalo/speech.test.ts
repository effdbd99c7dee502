import { expect, it } from 'vitest';
import { deviceSpeech } from './speech.ts';

it('offers nothing where the device has no voices at all', () => {
  const speech = deviceSpeech({} as Window);
  expect(speech.canSpeak()).toBe(false);
  let ended = 0;
  speech.speak('Xin chào', () => (ended += 1));
  expect(ended).toBe(1);
});
