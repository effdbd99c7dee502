import type { ReachReply } from '../../api/announcement-endpoints.ts';
import { hourSentence } from './reach-words.ts';

const HOURS = 24;
/** In em of the drawing's own text size: it grows with the text, and never sideways. */
const HEIGHT = 8;
const LABELS = [0, 6, 12, 18];

/** A column an hour of the day. The numbers stand beside it as a table. */
export function HourChart({ hours }: { readonly hours: ReachReply['reads_by_hour'] }) {
  const most = Math.max(1, ...hours.map(({ reads }) => reads));
  const readsAt = (hour: number) => hours.find((one) => one.hour === hour)?.reads ?? 0;
  const share = (part: number) => `${(100 * part) / HOURS}%`;
  const title = `Lượt xem theo giờ trong ngày. ${hourSentence(hours)}`;
  return (
    <svg className="hour-chart" width="100%" height={`${HEIGHT + 1.75}em`} role="img" aria-label={title}>
      <title>{title}</title>
      {Array.from({ length: HOURS }, (_, hour) => {
        const height = (HEIGHT * readsAt(hour)) / most;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its number
            key={hour}
            className="hour-chart__column"
            x={share(hour + 0.1)}
            y={`${HEIGHT - height}em`}
            width={share(0.8)}
            height={`${height}em`}
          />
        );
      })}
      <line className="hour-chart__ground" x1="0" x2="100%" y1={`${HEIGHT}em`} y2={`${HEIGHT}em`} />
      {LABELS.map((hour) => (
        <text key={hour} x={share(hour)} y={`${HEIGHT + 1.4}em`}>
          {hour}
        </text>
      ))}
    </svg>
  );
}
