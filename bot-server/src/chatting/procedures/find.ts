import type { Service } from '@phuong-so/shared/domain/library';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import { wardOf } from '../wards.ts';

/** A procedure as this chat's ward gives it; null when there is none with this id, or no ward is chosen yet. */
export function procedureOf(deps: ChatDeps, { thread }: Talk, id: string): Service | null {
  return proceduresOf(deps, { thread }).find((service) => service.id === id) ?? null;
}

export function proceduresOf(deps: ChatDeps, { thread }: Pick<Talk, 'thread'>): readonly Service[] {
  const ward = wardOf(deps, thread);
  return ward === null ? [] : deps.library.services(ward);
}
