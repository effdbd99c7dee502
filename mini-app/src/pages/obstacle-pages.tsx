import type { PageProps } from './services.ts';
export function ObstaclePages(_: PageProps) {
  return null;
}
