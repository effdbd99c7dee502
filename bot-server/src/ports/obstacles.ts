import type { ObstacleChange } from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle, ObstacleAct, ObstacleKind, ObstacleState } from '@phuong-so/shared/domain/work';
import type { WorkDoer } from './work.ts';

/** What stands in the way of the plans' work, and proposals. Every question names its ward or the one it is about. */
export interface Obstacles {
  /** Under a code of its own. The same person with the same key: the one that is there, as it is now. */
  raise(one: NewObstacle, by: WorkDoer): Promise<Obstacle>;
  /** What this press of this person's has raised; null = nothing yet. */
  byPress(subject: string, pressKey: string): Promise<Obstacle | null>;
  /** How many proposals a person has raised since `since` (epoch ms), in all wards. */
  proposalsSince(subject: string, since: number): Promise<number>;
  /** null when there is none with this id, or it belongs to a demonstration and this is none. */
  byId(id: string): Promise<Obstacle | null>;
  /** Newest first. */
  list(request: ObstaclesRequest): Promise<{ readonly obstacles: readonly Obstacle[]; readonly next: Place | null }>;
  /** How many there are of each state. `raisedBy` null = of everybody. */
  counts(ward: string, raisedBy: string | null): Promise<Readonly<Partial<Record<ObstacleState, number>>>>;
  /** Those grouped under one, oldest first. */
  members(head: Pick<Obstacle, 'id' | 'ward'>): Promise<readonly Obstacle[]>;
  /** How many are grouped under each of a ward's; those with none are left out. */
  likes(ward: string, headIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Takes one step if nobody changed it meanwhile (`version` of `before`), nor the one that it is put under; else null and
   * nothing is done. Those that are grouped under it follow.
   */
  take(before: Obstacle, step: TakenObstacleStep): Promise<Obstacle | null>;
  /** Oldest first. */
  log(id: string): Promise<readonly ObstacleEntry[]>;
  /** What nobody has answered or closed, standing for itself, oldest first. */
  unanswered(ward: string): Promise<readonly Obstacle[]>;
}

export interface ObstaclesRequest {
  readonly ward: string;
  /** null = by everybody. */
  readonly raisedBy: string | null;
  readonly state: ObstacleState | null;
  readonly kind: ObstacleKind | null;
  /** Only those that stand for themselves. */
  readonly heads: boolean;
  readonly limit: number;
  readonly after: Place | null;
}

export interface Place {
  readonly createdAt: number;
  readonly id: string;
}

export type NewObstacle = Pick<
  Obstacle,
  'ward' | 'kind' | 'title' | 'body' | 'unit' | 'workId' | 'through' | 'demo'
> & { readonly pressKey: string };

export interface TakenObstacleStep {
  readonly act: ObstacleAct;
  readonly change: ObstacleChange;
  readonly note: string | null;
  readonly by: WorkDoer;
  /** The one that it is put under. */
  readonly head?: Obstacle;
}

export interface ObstacleEntry {
  readonly at: number;
  readonly act: ObstacleAct;
  readonly office: string;
  readonly note: string | null;
  readonly version: number;
}
