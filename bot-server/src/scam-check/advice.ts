import type { ScamReading } from './check-text.ts';
import type { ScamSigns } from './compile-signs.ts';

/**
 * What the person should do now, what the signs mean first. `announcementCode`: the code of a ward's announcement that
 * stands in the message, "TB-7K2M9", or null: that is compared with the announcement itself, elsewhere.
 */
export function adviceOn({ verdict }: ScamReading, { file }: ScamSigns, announcementCode: string | null): string[] {
  const { advice } = file;
  const announcement = announcementCode === null ? [] : [advice.announcement.replace('{code}', announcementCode)];
  return [advice[verdict].text, ...announcement, ...advice.always.map(({ text }) => text)];
}
