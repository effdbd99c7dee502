import { foldMarks } from '@phuong-so/shared/text/fold';
import type { ServiceCard } from '../../api/phuong-so-api.ts';

/** Services in whose title, everyday names, field or summary every sought word stands; tone marks do not matter. */
export function findServices(services: readonly ServiceCard[], sought: string): readonly ServiceCard[] {
  const words = foldMarks(sought).split(' ');
  return services.filter(({ title, also, field, summary }) => {
    const text = foldMarks([title, ...also, field, summary].join(' '));
    return words.every((word) => text.includes(word));
  });
}

export interface ServiceField {
  readonly field: string;
  readonly services: readonly ServiceCard[];
}

/** By field, in the order in which the fields first come. */
export function byField(services: readonly ServiceCard[]): readonly ServiceField[] {
  const fields = new Map<string, ServiceCard[]>();
  for (const service of services) {
    const known = fields.get(service.field);
    if (known === undefined) fields.set(service.field, [service]);
    else known.push(service);
  }
  return [...fields].map(([field, found]) => ({ field, services: found }));
}
