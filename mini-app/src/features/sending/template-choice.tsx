import { FileText, PenLine } from 'lucide-react';
import type { TemplateReply } from '../../api/broadcast-endpoints.ts';
import { KIND_NAMES } from '../../ui/kind-names.ts';
import { ButtonRow } from '../../ui/row.tsx';

interface TemplateChoiceProps {
  /** [] = they could not be read, or there are none. */
  readonly templates: readonly TemplateReply[];
  /** null = begin with empty fields. */
  readonly onChoose: (template: TemplateReply | null) => void;
}

/** The first question of a new announcement: which words to begin with. */
export function TemplateChoice({ templates, onChoose }: TemplateChoiceProps) {
  return (
    <>
      <p className="lead">Chọn mẫu gần nhất với việc cần báo. Chữ nào cũng sửa được.</p>
      <ul className="rows" aria-label="Mẫu thông báo">
        {templates.map((template) => (
          <ButtonRow
            key={template.id}
            icon={<FileText aria-hidden="true" size={24} />}
            title={template.name}
            {...(KIND_NAMES[template.kind] === template.name ? {} : { lines: [KIND_NAMES[template.kind]] })}
            onPress={() => onChoose(template)}
          />
        ))}
        <ButtonRow
          icon={<PenLine aria-hidden="true" size={24} />}
          title="Không dùng mẫu"
          lines={['Tự viết từ đầu']}
          onPress={() => onChoose(null)}
        />
      </ul>
    </>
  );
}
