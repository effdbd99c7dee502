import { isRealDay } from '@phuong-so/shared/domain/calendar';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';

/** "Đến 31/12 vì chờ thành phố". `until`: ISO day; null = none that is real. `reason` "" = none. */
export interface ReadMute {
  readonly until: string | null;
  readonly reason: string;
}

const DAY = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(20\d\d))?(?!\d)/u;
const YEAR_END = /hết\s+năm|het\s+nam|cuối\s+năm|cuoi\s+nam/iu;
const WHY = /(?:^|[\s,.;])(?:vì|vi|do|bởi vì|lý do|ly do)\s*:?\s+(.+)$/isu;
/** As the contract has it, in characters. */
const LONGEST_REASON = 300;

/** A day without a year is the next one that is not over. */
export function readMute(text: string, today: string): ReadMute {
  const reason = maskPersonal(WHY.exec(text)?.[1]?.trim() ?? '').slice(0, LONGEST_REASON);
  return { until: dayIn(text, today), reason };
}

function dayIn(text: string, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const [whole, day, month, named] = DAY.exec(text) ?? [];
  if (whole === undefined) return YEAR_END.test(text) ? `${year}-12-31` : null;
  const years = named === undefined ? [year, year + 1] : [Number(named)];
  const found = years
    .filter((one) => isRealDay(one, Number(month), Number(day)))
    .map((one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return found.find((one) => one >= today || named !== undefined) ?? null;
}
