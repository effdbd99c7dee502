import { Clock3, Landmark, MapPin, Phone } from 'lucide-react';
import { Link } from 'react-router-dom';

export interface WardCardProps {
  /** "Phường Sao Mai". */
  readonly title: string;
  readonly province: string | null;
  /** null = the ward has not configured it: no row. */
  readonly address: string | null;
  readonly hours: string | null;
  readonly hotline: string | null;
  /** Address of the page where another ward is chosen. */
  readonly changeTo: string;
  readonly onCall: (phoneNumber: string) => void;
}

/** Whose app this is, and how to reach the ward's office. */
export function WardCard({ title, province, address, hours, hotline, changeTo, onCall }: WardCardProps) {
  return (
    <section className="card ward-card" aria-label="Phường của bác, cô chú, anh chị">
      <div className="ward-card__head">
        <span className="row__icon">
          <Landmark aria-hidden="true" size={26} />
        </span>
        <div className="ward-card__words">
          <h2 className="card__heading">{title}</h2>
          {province !== null && <p className="ward-card__province">{province}</p>}
        </div>
        <Link className="text-button" to={changeTo}>
          Đổi phường
        </Link>
      </div>
      {address !== null && (
        <p className="ward-card__fact">
          <MapPin aria-hidden="true" size={22} />
          <span>Địa chỉ: {address}</span>
        </p>
      )}
      {hours !== null && (
        <p className="ward-card__fact">
          <Clock3 aria-hidden="true" size={22} />
          <span>Giờ làm việc: {hours}</span>
        </p>
      )}
      {hotline !== null && (
        <button type="button" className="button button--quiet ward-card__call" onClick={() => onCall(hotline)}>
          <Phone aria-hidden="true" size={22} />
          <span>Gọi phường: {hotline}</span>
        </button>
      )}
    </section>
  );
}
