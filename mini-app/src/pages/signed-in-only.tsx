import type { ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';

interface SignedInOnlyProps {
  /** Signing in was tried and did not succeed. */
  readonly isNobody: boolean;
  readonly children: ReactNode;
}

/** A page that is somebody's own says so where nobody could be signed in. */
export function SignedInOnly({ isNobody, children }: SignedInOnlyProps) {
  if (!isNobody) return <>{children}</>;
  return (
    <Notice tone="info">
      Trang này cần tài khoản Zalo của người phụ trách. Xin mở Phường Số trong ứng dụng Zalo trên điện thoại.
    </Notice>
  );
}
