import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from './copy-button.tsx';

type ShareResult = 'done' | 'refused' | 'unavailable' | 'copied';

const SAID: Record<ShareResult, string> = {
  done: '',
  refused: '',
  copied: 'Đã chép để gửi. Mở chỗ cần gửi, bấm giữ rồi chọn “Dán”.',
  unavailable: 'Máy không chia sẻ được. Xin bấm “Chép”.',
};

interface ShareButtonsProps {
  /** The whole as a message. */
  readonly text: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShare: (text: string) => Promise<ShareResult>;
}

/** The two ways to pass something on. */
export function ShareButtons({ text, onCopy, onShare }: ShareButtonsProps) {
  const [said, setSaid] = useState('');
  return (
    <div className="share">
      <div className="share__row">
        <button
          type="button"
          className="button button--primary"
          onClick={() => void onShare(text).then((result) => setSaid(SAID[result]))}
        >
          <Share2 aria-hidden="true" size={20} />
          Chia sẻ
        </button>
        <CopyButton text={text} label="Chép" onCopy={onCopy} />
      </div>
      <p role="status" className="copy__said">
        {said}
      </p>
    </div>
  );
}
