import { ROUTES } from './addresses.ts';
import { ObstaclePage } from './obstacle-page.tsx';
import { ObstaclesPage } from './obstacles-page.tsx';
import { PageGroup } from './page-group.tsx';
import { RaiseObstaclePage } from './raise-obstacle-page.tsx';
import type { PageProps } from './services.ts';

const PAGES = [
  [ROUTES.obstacles, ObstaclesPage],
  [ROUTES.obstacle, ObstaclePage],
  [ROUTES.raiseObstacle, RaiseObstaclePage],
] as const;

/** Obstacles for officials; proposals for anybody, who sees their own. */
export function ObstaclePages({ services }: PageProps) {
  return <PageGroup services={services} base={ROUTES.obstacles} pages={PAGES} />;
}
