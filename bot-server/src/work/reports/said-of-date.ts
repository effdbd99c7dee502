import type { DueReport } from './due-reports.ts';
import { shortDay } from './periods.ts';

/** What a plan states of a report's date, and what it does not, in plain sentences; nothing is added to it. */
export function saidOfDate({ deadline: { when, due }, time, kinds, who, toWhom }: DueReport): string[] {
  const lastDay = due.monthDay === null ? null : shortDay(`2023-${due.monthDay}`);
  const dated: Record<DueReport['time'], readonly string[]> = {
    every_year: [`Kế hoạch ghi “${when}”: hằng năm, ngày cuối còn đúng hạn là ${lastDay}.`],
    one_day: [`Kế hoạch ghi “${when}”.`],
    year_not_stated: [
      `Kế hoạch ghi “${when}” (ngày cuối còn đúng hạn là ${lastDay}), không nêu năm và không viết “hằng năm”.`,
      'Ngày của năm nay chỉ là tạm tính, phường cần xác nhận.',
    ],
    no_day: [`Kế hoạch ghi “${when}”, không nêu ngày cụ thể.`],
    no_period: [`Kế hoạch ghi “${when}”, không nêu kỳ và ngày cụ thể.`],
  };
  return [
    ...dated[time],
    ...(kinds.includes('on_demand') && time !== 'no_period' ? ['Có cả báo cáo đột xuất khi được yêu cầu.'] : []),
    ...(who === null ? ['Câu này của kế hoạch không nêu ai báo cáo.'] : []),
    ...(toWhom === null ? ['Câu này của kế hoạch không nêu báo cáo gửi cho ai.'] : []),
  ];
}
