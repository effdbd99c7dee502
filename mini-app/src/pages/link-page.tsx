import { LinkAccount } from '../features/me/link-account.tsx';
import { Card } from '../ui/card.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import type { PageProps } from './services.ts';
import { useGoBack } from './use-go-back.ts';

/** Signs in only when a code is sent: reading what linking is for needs nobody's account. */
export function LinkPage({ services: { session } }: PageProps) {
  const goBack = useGoBack();
  return (
    <PageFrame title="Liên kết tài khoản" onBack={goBack}>
      <Card heading="Để làm gì">
        <ul className="legal legal__points">
          <li>Tổ trưởng và cán bộ: nhập mã do phường cấp để dùng ứng dụng với vai của mình.</li>
          <li>
            Người dân: nhắn “liên kết” cho Zalo của phường để lấy mã, nếu muốn ứng dụng và cuộc trò chuyện Zalo là của
            cùng một người. Không liên kết vẫn dùng được mọi mục.
          </li>
        </ul>
      </Card>
      <Card heading="Nhập mã">
        <LinkAccount session={session} onDone={goBack} />
      </Card>
    </PageFrame>
  );
}
