import { reportTextBlocks } from '@phuong-so/shared/domain/report-text';
import type { ReportFacts } from './report-facts.ts';
import type { SectionId } from './section-ids.ts';

/**
 * What people of units wrote into a section of their own report that was taken in: the figures of such a report are in the
 * ward's already, these words are not. Tables stay in the unit's report.
 */
export function writtenUnits({ unitDrafts, unitName }: ReportFacts, section: SectionId): string[] {
  return unitDrafts.flatMap((draft) => {
    if (draft.state !== 'taken_in' || draft.unit === null) return [];
    const written = draft.sections.find(({ id, edited }) => id === section && edited);
    const words = reportTextBlocks(written?.text ?? '').flatMap((one) => (one.kind === 'paragraph' ? [one.text] : []));
    return words.length === 0 ? [] : [`Theo báo cáo của ${unitName(draft.unit)}:`, ...words];
  });
}
