import { MessagesSquare } from 'lucide-react';
import { SuggestionChips } from './suggestion-chips.tsx';

/** Valid for any plan: every plan is signed, divided into parts, asks for reports, and every ward has this unit. */
const EXAMPLES = [
  'Ai ký kế hoạch này?',
  'Hạn nộp báo cáo là ngày nào?',
  'Phòng Văn hóa - Xã hội làm những việc gì?',
  'Kế hoạch gồm những phần nào?',
];

interface WelcomeCardProps {
  /** "phường …", for use inside a sentence. */
  readonly wardName: string;
  /** Of the ward's own plan; null = not known, `[]` = not yet. */
  readonly examples: readonly string[] | null;
  readonly onAsk: (question: string) => void;
}

/** First contact: who answers, what it can do, how to begin. */
export function WelcomeCard({ wardName, examples, onAsk }: WelcomeCardProps) {
  return (
    <section className="welcome" aria-labelledby="welcome-heading">
      <div className="welcome__emblem">
        <MessagesSquare aria-hidden="true" size={30} />
      </div>
      <h2 id="welcome-heading" className="welcome__heading">
        Trợ lý tự động <span className="welcome__ward">của {wardName}</span>
      </h2>
      <p>
        Xin hỏi về <strong>kế hoạch của phường</strong>: việc gì, ai làm, bao giờ xong. Trợ lý tìm trong văn bản và chỉ
        rõ câu trả lời nằm ở mục nào.
      </p>
      <p className="welcome__small">
        Đây là máy trả lời, không phải cán bộ. Điều kế hoạch không nêu, trợ lý sẽ nói rõ là không có.
      </p>
      <SuggestionChips
        heading="Thử bấm vào một câu:"
        suggestions={examples ?? EXAMPLES}
        disabled={false}
        onAsk={onAsk}
      />
    </section>
  );
}
