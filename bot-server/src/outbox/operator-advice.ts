/** What an administrator does about an answer that no retry mends. Source: platform notes, 3.11. */
export function adviceOn(error: number): string {
  return `Zalo từ chối gửi tin (mã ${error}). ${ADVICE[error] ?? 'Xem bảng mã lỗi của Zalo OA OpenAPI và cấu hình của OA.'}`;
}

const ADVICE: Readonly<Record<number, string>> = {
  [-204]: 'OA đang bị khóa: liên hệ Zalo để mở lại.',
  [-205]: 'OA không tồn tại: kiểm tra ZALO_OA_ID.',
  [-209]: 'Ứng dụng chưa bật "Đang hoạt động": bật trong trang quản lý ứng dụng.',
  [-211]: 'Đã hết hạn mức của tính năng: chờ kỳ sau hoặc nâng gói.',
  [-212]: 'Ứng dụng chưa đăng ký quyền gọi API này: đăng ký trong trang quản lý ứng dụng.',
  [-219]: 'Ứng dụng đã bị gỡ hoặc khóa: kiểm tra trong trang quản lý ứng dụng.',
  [-221]: 'OA cần được xác thực để dùng tính năng này.',
  [-223]: 'OA chưa cấp quyền gọi API này: cấp lại quyền bằng npm run admin -- oa authorise.',
  [-224]: 'Gói của OA không có tính năng này.',
  [-235]: 'Cả hai cách gửi đều không nhận loại OA này: hỏi Zalo về quyền gửi tin của OA cơ quan nhà nước.',
  [-240]: 'Cả hai cách gửi đều không nhận OA này: hỏi Zalo về quyền gửi tin.',
  [-248]: 'Nội dung bị cho là vi phạm quy định của Zalo: xem lại nội dung OA và liên hệ Zalo.',
};

/**
 * What an administrator does about a message that will not be sent any more; null when nothing is to be done.
 * `error`: Zalo's code, where one was the reason.
 */
export function adviceOnDead(verdict: string, error?: number): string | null {
  if (verdict === 'person_unreachable' || verdict === 'expired') return null;
  if (verdict === 'uncertain')
    return 'Không xác định được tin đã tới người dân hay chưa nên không gửi lại: xem cuộc trò chuyện trong OA Manager.';
  if (verdict === 'tries_used_up')
    return 'Zalo nhiều lần không nhận mã truy cập của OA nên có tin không gửi được: trả lời người dân trong OA Manager, và cấp quyền lại bằng npm run admin -- oa authorise.';
  const code = error === undefined ? '' : ` (mã ${error})`;
  return `Tin trả lời bị Zalo từ chối vì dữ liệu gửi đi${code}: trả lời người dân trong OA Manager, và báo cho người phụ trách kỹ thuật.`;
}
