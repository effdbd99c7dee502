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
    items: drafts.flatMap((one) => one.draft.items),
    citations: drafts.flatMap((one) => one.draft.citations),
    suggestions: drafts[0]?.draft.suggestions ?? [],
    long: true,
  });
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
