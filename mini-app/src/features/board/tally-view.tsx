import type { TallyReply } from '@phuong-so/shared/contracts/board';
import { PROGRESS_NAMES, STANDING_NAMES, STANDINGS } from '../../ui/work-words.ts';

type Words = TallyReply['confirmed'];

const ORDER = ['done', 'in_progress', 'late', 'not_started', 'not_applicable'] as const;

/** What has been confirmed and what units say of themselves: two columns, never added up. */
export function TallyView({ tally }: { readonly tally: TallyReply }) {
  return (
    <div className="word-sides">
      <Side name="Đã được xác nhận" words={tally.confirmed} none="Chưa có xác nhận" />
      <Side name="Đơn vị tự báo" words={tally.reported} none="Chưa báo cáo" />
    </div>
  );
}

function Side({ name, words, none }: { readonly name: string; readonly words: Words; readonly none: string }) {
  const rows = [
    ...ORDER.filter((state) => words[state] > 0).map((state) => [PROGRESS_NAMES[state], words[state]] as const),
    ...(words.no_word > 0 ? [[none, words.no_word] as const] : []),
  ];
  return (
    <div className="word-sides__one">
      <h4 className="word-sides__name">{name}</h4>
      <dl className="sending-states">
        {rows.map(([label, count]) => (
          <div key={label} className="sending-states__one">
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** How many tasks are overdue, due soon and so on, in one sentence. */
export function standingsSentence({ tasks, standings }: TallyReply): string {
  const parts = STANDINGS.filter((one) => (standings[one] ?? 0) > 0).map(
    (one) => `${STANDING_NAMES[one].toLocaleLowerCase('vi')}: ${standings[one]}`,
  );
  return parts.length === 0 ? `${tasks} nhiệm vụ.` : `${tasks} nhiệm vụ; ${parts.join('; ')}.`;
}
