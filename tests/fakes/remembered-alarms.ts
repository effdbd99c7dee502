import type { Alarm, Alarms } from '../../bot-server/src/ports/alarms.ts';

/** Alarms in memory; all at time 0. */
export function rememberedAlarms(): Alarms {
  const alarms = new Map<string, Alarm>();
  return {
    async raise(kind, subject, advice) {
      const count = (alarms.get(`${kind} ${subject}`)?.count ?? 0) + 1;
      alarms.set(`${kind} ${subject}`, { kind, subject, advice, count, since: 0, lastAt: 0 });
    },
    clear: async (kind, subject) => void alarms.delete(`${kind} ${subject}`),
    active: async () => [...alarms.values()],
  };
}
