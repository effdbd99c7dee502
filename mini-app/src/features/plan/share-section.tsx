import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Platform } from '../../zalo/platform.ts';
import { headingIn, outlineOf, type Section } from './plan-outline.ts';

interface ShareSectionProps {
  readonly platform: Pick<Platform, 'share' | 'shareableLink' | 'copyText'>;
  readonly sections: readonly Section[];
  readonly sectionId: string;
  /** Of the section's page, with the ward in it: the link opens for that ward on every phone. */
  readonly address: string;
}

/** Passing a section on: by the phone's share sheet, or as a link to paste. */
export function ShareSection({ platform, sections, sectionId, address }: ShareSectionProps) {
  const [said, say] = useState<string | null>(null);
  const share = async () => {
    const { title, line } = headingIn(outlineOf(sections), sectionId);
    const result = await platform.share({ title, text: line ?? '', address });
    const words = { done: null, refused: null, copied: 'Đã sao chép để gửi', unavailable: 'Không chia sẻ được' };
    say(words[result]);
  };
  return (
    <div className="section-actions">
      <button type="button" className="text-button" onClick={() => void share()}>
        <Share2 aria-hidden="true" size={20} />
        <span aria-live="polite">{said ?? 'Chia sẻ mục này'}</span>
      </button>
      <CopyButton
        text={platform.shareableLink(address)}
        label="Sao chép đường dẫn"
        onCopy={(text) => platform.copyText(text)}
      />
    </div>
  );
}
