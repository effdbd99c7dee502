import { CircleHelp } from 'lucide-react';

/** In the place of a fact that nobody has verified: never a guess. */
export const UNVERIFIED = 'Chưa có thông tin đã kiểm chứng. Xin hỏi lại Trung tâm Phục vụ hành chính công của phường.';

export function Unverified() {
  return (
    <p className="unverified">
      <CircleHelp aria-hidden="true" size={22} />
      <span>{UNVERIFIED}</span>
    </p>
  );
}
