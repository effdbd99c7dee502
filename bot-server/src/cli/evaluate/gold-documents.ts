import type { EvalQuestion } from './score.ts';

/**
 * Which wards a question may be answered from. Question files name documents by ids of their own; a question of one ward
 * with one document tells whose that id is, so the file itself is the key to its questions about several wards.
 */
export function goldDocuments(all: readonly EvalQuestion[]): (question: EvalQuestion) => readonly string[] {
  const votes = new Map<string, Map<string, number>>();
  for (const { ward, gold_doc } of all) {
    if (ward === null || typeof gold_doc !== 'string') continue;
    const wards = votes.get(gold_doc) ?? new Map<string, number>();
    votes.set(gold_doc, wards.set(ward, (wards.get(ward) ?? 0) + 1));
  }
  const owner = (document: string): string[] => {
    const counted = [...(votes.get(document) ?? [])].sort((a, b) => b[1] - a[1]);
    return counted[0] ? [counted[0][0]] : [];
  };
  return ({ gold_doc }) => (gold_doc === null ? [] : [gold_doc].flat().flatMap(owner));
}
