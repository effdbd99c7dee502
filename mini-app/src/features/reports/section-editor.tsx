import type { ReportDraftReply } from '@phuong-so/shared/contracts/report-drafts';
import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';

type Section = ReportDraftReply['sections'][number];

interface SectionEditorProps {
  readonly section: Section;
  readonly mayEdit: boolean;
  /** Drafting anew has just left it alone. */
  readonly isLeftAlone: boolean;
  readonly act: Act;
  readonly onSave: (text: string) => Promise<void>;
  /** Drafted anew, what was written there is replaced; null = not now. */
  readonly onRedraft: (() => Promise<void>) | null;
}

/** One section of a draft: read, and changed when somebody presses for it. What is typed survives somebody else's change. */
export function SectionEditor({ section, mayEdit, isLeftAlone, act, onSave, onRedraft }: SectionEditorProps) {
  const { title, text, edited } = section;
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, error, act: doing } = act;
  return (
    <Card heading={title}>
      {edited && (
        <p className="card__text">
          <span className="badge">Đã sửa tay</span>
        </p>
      )}
      {isLeftAlone && <p className="card__text">Phần này có người sửa tay, nên khi soạn lại được giữ nguyên.</p>}
      {typed === null ? (
        <>
          <p className="sending-text">{text || 'Chưa có nội dung.'}</p>
          {mayEdit && (
            <div className="sending-buttons">
              <button type="button" className="button button--quiet" onClick={() => setTyped(text)}>
                Sửa<span className="visually-hidden"> {title}</span>
              </button>
              {edited && onRedraft !== null && (
                <button
                  type="button"
                  className="button button--quiet"
                  disabled={busy}
                  onClick={() => void doing(onRedraft)}
                >
                  Lấy lại bản máy soạn
                </button>
              )}
            </div>
          )}
        </>
      ) : (
        <>
          <TextArea
            label={`Nội dung phần “${title}”`}
            rows={10}
            maxLength={20_000}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <div className="sending-buttons">
            <button
              type="button"
              className="button button--primary"
              disabled={busy || typed === text}
              onClick={() =>
                void doing(async () => {
                  await onSave(typed);
                  setTyped(null);
                })
              }
            >
              {busy ? 'Đang lưu…' : 'Lưu phần này'}
            </button>
            <button type="button" className="button button--quiet" disabled={busy} onClick={() => setTyped(null)}>
              Thôi, không sửa
            </button>
          </div>
        </>
      )}
      <ActFailure error={error} />
    </Card>
  );
}
