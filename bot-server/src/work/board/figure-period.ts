/** "2026", "2026-H1", "2026-Q3", "2026-09" as people say it; anything else as it is. */
export function figurePeriod(period: string): string {
  const [, year = '', part] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
  if (year === '') return period;
  if (part === undefined) return `năm ${year}`;
  if (part === 'H1' || part === 'H2') return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  if (part.startsWith('Q')) return `quý ${QUARTERS[Number(part.slice(1)) - 1] ?? part} năm ${year}`;
  return `tháng ${Number(part)}/${year}`;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];
