import { spokenPieces } from '@phuong-so/shared/text/spoken-pieces';

/** Reading aloud with a Vietnamese voice of the device; many web views have none. */
export interface Speech {
  canSpeak(): boolean;
  /** Calls back when voices have been found or lost; the result stops it. */
  watchVoices(changed: () => void): () => void;
  /** Reads the text, in place of what is being read; `ended` is called once, also after `stopSpeaking`. */
  speak(text: string, ended: () => void): void;
  stopSpeaking(): void;
}

/** Some engines go silent after about fifteen seconds of one utterance: a sentence each. */
const LONGEST_PIECE = 180;

export function deviceSpeech(window: Window): Speech {
  const engine = window.speechSynthesis as SpeechSynthesis | undefined;
  let endCurrent: () => void = () => undefined;
  const voice = () => engine?.getVoices().find(({ lang }) => /^vi([-_]|$)/i.test(lang)) ?? null;
  const stopSpeaking = () => {
    engine?.cancel();
    endCurrent();
  };
  return {
    canSpeak: () => voice() !== null,
    watchVoices(changed) {
      engine?.addEventListener?.('voiceschanged', changed);
      return () => engine?.removeEventListener?.('voiceschanged', changed);
    },
    speak(text, ended) {
      stopSpeaking();
      const chosen = voice();
      if (engine === undefined || chosen === null) return ended();
      let over = false;
      endCurrent = () => {
        if (!over) ended();
        over = true;
      };
      const finish = endCurrent;
      const pieces = spokenPieces(text, LONGEST_PIECE);
      pieces.forEach((piece, index) => {
        const utterance = new SpeechSynthesisUtterance(piece);
        utterance.voice = chosen;
        utterance.lang = chosen.lang;
        // Slower than a conversation: most listeners are old.
        utterance.rate = 0.9;
        utterance.onerror = finish;
        if (index === pieces.length - 1) utterance.onend = finish;
        engine.speak(utterance);
      });
      if (pieces.length === 0) finish();
    },
    stopSpeaking,
  };
}
