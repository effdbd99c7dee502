import { scamPracticeSchema } from '@phuong-so/shared/content/scam-practice';
import type { PracticeMessage } from '@phuong-so/shared/domain/library';
import { ContentError } from '../../ports/content.ts';
import { toSource } from './shown-facts.ts';
import { readOptionalYaml } from './yaml-file.ts';

/** data/scam-practice.yaml; none when there is no such file. @throws ContentError */
export async function readScamPractice(file: string): Promise<PracticeMessage[]> {
  const read = await readOptionalYaml(file, scamPracticeSchema);
  if (read === null) return [];
  const seen = new Set<string>();
  return read.items.map(({ is_scam: isScam, what_to_do: whatToDo, where_to_report: whereToReport, ...item }) => {
    if (seen.has(item.id)) throw new ContentError(`${file}: tin "${item.id}" viết hai lần.`);
    seen.add(item.id);
    const sources = item.sources.map((key) => {
      const source = read.sources[key];
      if (source === undefined) throw new ContentError(`${file}: tin "${item.id}": không có nguồn "${key}".`);
      return toSource(source);
    });
    return { ...item, isScam, whatToDo, whereToReport, sources };
  });
}
