import type { AnswerItem } from '@phuong-so/shared/domain/answer';
import { type Draft, draft } from './draft.ts';

export interface WardDraft {
  readonly ward: string;
  readonly label: string;
  readonly draft: Draft;
}

/** One answer from the drafts of several wards, each under its own name, so that no fact changes hands. */
export function combineWards(drafts: readonly WardDraft[]): Draft {
  const [only] = drafts;
  if (drafts.length === 1 && only) return only.draft;
  const answered = drafts.filter((one) => one.draft.outcome === 'answered' || one.draft.outcome === 'partial');
  const outcome = answered.length === drafts.length ? 'answered' : answered.length > 0 ? 'partial' : 'not_found';
  const text = [...drafts.map((one) => `${capital(one.label)}:\n${one.draft.text}`), earlier(drafts)]
    .filter(Boolean)
    .join('\n\n');
  return draft(outcome, text, {
    items: itemsOf(drafts),
    citations: drafts.flatMap((one) => one.draft.citations),
    suggestions: drafts[0]?.draft.suggestions ?? [],
    long: true,
  });
}

/** Every ward's items; where each ward's answer is a day, one item a ward. */
function itemsOf(drafts: readonly WardDraft[]): AnswerItem[] {
  const items = drafts.flatMap((one) => one.draft.items);
  if (items.length > 0 || drafts.some((one) => one.draft.when === null)) return items;
  return drafts.map((one) => ({
    title: capital(one.label),
    lead: [],
    coordinating: [],
    due: one.draft.when,
    state: null,
  }));
}

/** Says whose day comes first, when every ward's answer has one. */
function earlier(drafts: readonly WardDraft[]): string {
  const dated = drafts
    .filter((one) => one.draft.monthDay !== null)
    .sort((a, b) => (a.draft.monthDay ?? '').localeCompare(b.draft.monthDay ?? ''));
  const [first, second] = dated;
  if (!first || !second || dated.length < drafts.length) return '';
  return first.draft.monthDay === second.draft.monthDay
    ? 'Hai hạn này trùng ngày.'
    : `Trong năm, hạn của ${first.label} đến sớm hơn.`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
