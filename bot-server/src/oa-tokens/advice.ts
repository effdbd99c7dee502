/** What an operator reads in the alarm `oa_authorisation`. Vietnamese, without a secret. */

const AUTHORISE =
  'Trên máy chủ chạy: npm run admin -- oa authorise. Mở đường dẫn hiện ra bằng tài khoản Zalo quản trị OA, chọn đúng OA, bấm "Cho phép", rồi dán địa chỉ mà trình duyệt chuyển tới vào lệnh đang chờ.';

export function adviseNeverAuthorised(): string {
  return `OA chưa cấp quyền cho ứng dụng nên chưa gửi được tin. ${AUTHORISE}`;
}

/** `error`: Zalo's code. */
export function adviseRefused(error: number): string {
  return `Zalo không nhận mã làm mới của OA nữa (lỗi ${error}), sắp tới không gửi được tin. Quản trị viên OA cần cấp quyền lại. ${AUTHORISE}`;
}

/** `error`: Zalo's code. */
export function adviseUnclear(error: number): string {
  return `Zalo không cho làm mới quyền gửi tin (lỗi ${error}). Hãy kiểm tra ZALO_APP_ID, ZALO_APP_SECRET và trạng thái ứng dụng trên developers.zalo.me, rồi khởi động lại. Nếu vẫn lỗi thì cấp quyền lại. ${AUTHORISE}`;
}
