import type { User } from '@phuong-so/shared/contracts/session';
import type { SessionSnapshot } from '../../session/session-store.ts';

const ROLES: Readonly<Record<User['role'], string>> = {
  resident: 'Người dân',
  leader: 'Tổ trưởng tổ dân phố',
  official: 'Cán bộ phường',
  admin: 'Quản trị',
};

/** "Cán bộ phường, Phòng Kinh tế". */
export function roleWords({ role, unit }: Pick<User, 'role' | 'unit'>): string {
  return unit === null ? ROLES[role] : `${ROLES[role]}, ${unit}`;
}

/** What the page says about being signed in; never a demand, since everything for residents works without. */
export function signedInWords(session: SessionSnapshot): string {
  if (session.kind === 'signing_in') return 'Đang nhận ra tài khoản Zalo…';
  if (session.kind === 'signed_in') return `Đang dùng với vai: ${roleWords(session.user)}.`;
  switch (session.reason) {
    case 'offline':
      return 'Chưa kết nối được, nên chưa nhận ra tài khoản Zalo. Các mục dành cho người dân vẫn dùng được.';
    case 'server':
      return 'Hệ thống chưa nhận ra tài khoản Zalo lúc này. Các mục dành cho người dân vẫn dùng được.';
    default:
      return 'Đang dùng không cần tài khoản. Mọi mục dành cho người dân đều dùng được.';
  }
}
