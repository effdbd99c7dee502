import { Square, Volume2 } from 'lucide-react';

interface ReadAloudButtonProps {
  readonly words: string;
  /** Pressing it stops what is read, or is about to be. */
  readonly isOn: boolean;
  readonly onPress: () => void;
}

/** Begins to read an answer aloud, and stops it. */
export function ReadAloudButton({ words, isOn, onPress }: ReadAloudButtonProps) {
  const Icon = isOn ? Square : Volume2;
  return (
    <button type="button" className="text-button" onClick={onPress}>
      <Icon aria-hidden="true" size={20} />
      {words}
    </button>
  );
}
