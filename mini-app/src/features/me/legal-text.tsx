import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { Card } from '../../ui/card.tsx';

export interface LegalSection {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
}

interface LegalTextProps {
  /** "24/11/2026" */
  readonly since: string;
  readonly sections: readonly LegalSection[];
  /** null = no ward is chosen. */
  readonly ward: WardReply | null;
}

/** A policy in plain words, and whom to ask about it. */
export function LegalText({ since, sections, ward }: LegalTextProps) {
  return (
    <>
      <p className="legal__since">Có hiệu lực từ ngày {since}.</p>
      {sections.map(({ heading, paragraphs = [], points = [] }) => (
        <Card key={heading} heading={heading}>
          <div className="legal">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {points.length > 0 && (
              <ul className="legal__points">
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </div>
        </Card>
      ))}
      <Card heading="Hỏi ai">
        <div className="legal">
          <Responsible ward={ward} />
        </div>
      </Card>
    </>
  );
}

function Responsible({ ward }: Pick<LegalTextProps, 'ward'>) {
  if (ward === null) return <p>Chọn phường ở trang Tôi để thấy nơi liên hệ của phường mình.</p>;
  const { address, hotline, hours, email } = ward.contact;
  const ways = [
    ...(address === null ? [] : [`Trụ sở: ${address}`]),
    ...(hotline === null ? [] : [`Điện thoại: ${hotline}`]),
    ...(email === null ? [] : [`Thư điện tử: ${email}`]),
    ...(hours === null ? [] : [`Giờ làm việc: ${hours}`]),
  ];
  return (
    <>
      <p>Chịu trách nhiệm: Ủy ban nhân dân {ward.name ?? 'phường'}.</p>
      {ways.length === 0 && <p>Phường chưa cấu hình kênh liên hệ trực tuyến. Xin đến trụ sở UBND phường.</p>}
      {ways.length > 0 && (
        <ul className="legal__points">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      )}
    </>
  );
}
