import { levelInWords } from '@phuong-so/shared/domain/encouragement';
import { Award } from 'lucide-react';
import { LinkRow } from '../../ui/row.tsx';
import { finishedLessons } from './course-state.ts';
import type { Progress } from './progress-store.ts';

interface LearningSummaryProps {
  readonly progress: Progress;
  readonly certificatesAddress: string;
}

/** How far the person has come, in words: nothing to compare, nothing to lose. */
export function LearningSummary({ progress, certificatesAddress }: LearningSummaryProps) {
  const { courses, overall, owner, unsent } = progress;
  const states = Object.values(courses);
  const lessons = states.reduce((sum, state) => sum + finishedLessons(state).length, 0);
  const certificates = states.filter(({ certificate }) => certificate !== null).length;
  const weeks = weeksInWords(overall?.weeks ?? 0);
  const isWaiting = owner !== null && unsent.lessons.length + unsent.attempts.length > 0;
  if (lessons === 0 && certificates === 0) return null;
  return (
    <div className="card learning-summary">
      <p className="learning-summary__level">{overall?.level ?? levelInWords(lessons)}</p>
      {weeks !== null && <p>{weeks}</p>}
      {isWaiting && <p className="learning-summary__waiting">Bài vừa học đang lưu trên máy, có mạng sẽ tự gửi.</p>}
      {certificates > 0 && (
        <ul className="rows">
          <LinkRow
            to={certificatesAddress}
            title="Giấy chứng nhận của tôi"
            mark={String(certificates)}
            icon={<Award aria-hidden="true" size={24} />}
          />
        </ul>
      )}
    </div>
  );
}

function weeksInWords(weeks: number): string | null {
  if (weeks <= 0) return null;
  return weeks === 1 ? 'Tuần này có học' : `${weeks} tuần liền có học`;
}
