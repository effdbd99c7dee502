import type { PageProps } from './services.ts';
export function ReportPages(_: PageProps) {
  return null;
}
