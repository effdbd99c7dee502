import { QrCode } from '../../ui/qr-code.tsx';
import { timeOfDay } from '../../ui/vietnam-time.ts';

interface CheckInCodeProps {
  readonly code: string;
  /** Opens the class with the code. */
  readonly address: string;
  /** ISO time. */
  readonly validUntil: string;
}

/** For the whole screen of the teacher's phone: to be scanned, or read out and typed. */
export function CheckInCode({ code, address, validUntil }: CheckInCodeProps) {
  return (
    <section className="card check-in-code" aria-label="Mã điểm danh">
      <p>Người học mở Zalo, quét mã này. Không quét được thì gõ mã vào trang lớp học.</p>
      <QrCode text={address} label="Mã vuông để quét" />
      <p className="check-in-code__letters">{code}</p>
      <p role="status">Mã tự đổi. Mã này dùng đến {timeOfDay(Date.parse(validUntil))}.</p>
    </section>
  );
}
