import type { PlanTask } from '@phuong-so/shared/domain/plan';
import type { Passage } from './passage.ts';

/** One passage per unit that leads anything: its printed names as heading, its tasks as sentences. */
export function unitPassages(documentId: string, tasks: readonly PlanTask[]): Passage[] {
  const byUnit = new Map<string, { names: Set<string>; tasks: PlanTask[] }>();
  for (const task of tasks) {
    task.leadIds.forEach((unit) => {
      const found = byUnit.get(unit) ?? { names: new Set(), tasks: [] };
      byUnit.set(unit, found);
      // A row with one lead prints that unit's name; with several, which name is whose is not known here.
      if (task.lead.length === 1 && task.leadIds.length === 1) found.names.add(task.lead[0] ?? '');
      found.tasks.push(task);
    });
  }
  return [...byUnit].map(([unit, { names, tasks: led }]) => ({
    documentId,
    kind: 'unit',
    ref: unit,
    sectionId: led.find((task) => task.quote.place.section !== null)?.quote.place.section ?? null,
    heading: [...names].join('; '),
    text: led.map((task) => task.title).join('. '),
    sentences: led.map((task) => ({ text: task.title, quote: task.quote.text })),
  }));
}
