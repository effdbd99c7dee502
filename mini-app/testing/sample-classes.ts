import type { ClassReply } from '@phuong-so/shared/contracts/classes';

/** Invented for the invented ward. */
export function heldClass(change: Partial<ClassReply> = {}): ClassReply {
  return {
    ...{ id: 'lop-1', ward: 'an-binh', group: null, title: 'Dùng điện thoại an toàn', place: 'Nhà văn hóa Tổ 1' },
    ...{ course: { id: 'lua-dao', title: 'Nhận ra lừa đảo' }, teacher: 'Tổ công nghệ số cộng đồng' },
    ...{ starts_at: '2026-11-28T07:00:00Z', ends_at: '2026-11-28T09:00:00Z' },
    ...{ seats: 10, seats_left: 3, waiting: 0, state: 'open', cancel_reason: null, demo: false },
    ...{ mine: null, may_lead: false },
    ...change,
  };
}

export const SEATED = { state: 'seated', position: null, attended: false } as const;
