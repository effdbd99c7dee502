import type { PageProps } from './services.ts';
export function DashboardPage(_: PageProps) {
  return null;
}
