import type { PageProps } from './services.ts';
export function BoardPage(_: PageProps) {
  return null;
}
