import type { WorkDetailReply } from '@phuong-so/shared/contracts/work';
import { useCallback, useState } from 'react';
import { ServerError } from '../api/client.ts';
import { WORK_ENDPOINTS } from '../api/work-endpoints.ts';
import type { Reading } from '../reading/reading.ts';
import { unansweredWords } from '../session/call-failure.ts';
import { type Act, useAct } from '../ui/use-act.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** One task, as officials of its ward see it. */
export function useWork(services: Services, id: string): Reading<WorkDetailReply> {
  const options = { path: { id } };
  return useSignedInReading(services, { key: ['one-work', id], endpoint: WORK_ENDPOINTS.oneWork, options }).reading;
}

/** Everything that tells of tasks is read anew: at once where it is seen, else when it is next seen. */
export function useWorkChanged({ queries }: Services): () => Promise<void> {
  return useCallback(async () => {
    const stale = [
      ...['one-work', 'work', 'work-notices', 'work-proposals', 'work-targets', 'board', 'dashboard', 'reports'],
    ];
    await Promise.all(stale.map((name) => queries.invalidateQueries({ queryKey: [name] })));
  }, [queries]);
}

const CONFLICTS: ReadonlySet<string> = new Set(['work_changed', 'work_decided', 'obstacle_changed', 'report_changed']);

/** Somebody else changed it meanwhile. */
export function isConflict(thrown: unknown): boolean {
  return thrown instanceof ServerError && CONFLICTS.has(thrown.code);
}

export interface WorkAct extends Act {
  /** Somebody else was faster: what is shown now is the newest. */
  readonly isConflicting: boolean;
}

/** Something done to what several people work on; when somebody else was faster, the newest is read and said to be it. */
export function useWorkAct(onConflict: () => Promise<void>): WorkAct {
  const [isConflicting, setConflicting] = useState(false);
  const act = useAct(
    (thrown) => (isConflict(thrown) ? CHANGED : unansweredWords(thrown)),
    (thrown) => {
      setConflicting(isConflict(thrown));
      if (isConflict(thrown)) void onConflict();
    },
  );
  return { ...act, isConflicting };
}

const CHANGED = 'Có người vừa sửa, đây là bản mới. Xin xem lại rồi bấm.';
