import type { WardDocument, WardFacts } from '../ports/ward-facts.ts';

/** The ward as it is named to a person; a ward without a name in its plan is never given one. */
export function wardLabel(facts: WardFacts): string {
  return facts.profile.name ?? 'phường (chưa có tên trong kế hoạch)';
}

/** The ward inside a sentence about its own plan, where its name may be left out: "kế hoạch của phường". */
export function wardInText(facts: WardFacts): string {
  return facts.profile.name ?? 'phường';
}

/** "Kế hoạch số 43/KH-UBND ngày 30/8/2025 của UBND phường Trần Phú". */
export function planLabel(document: WardDocument, facts: WardFacts): string {
  const { number, date } = document.plan.document;
  const numbered = number ? ` số ${number}` : '';
  const dated = number && date ? ` ngày ${shortDate(date)}` : '';
  return `Kế hoạch${numbered}${dated} của UBND ${wardInText(facts)}`;
}

/** "2025-08-30" → "30/8/2025". */
export function shortDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day}/${month}/${year}`;
}

/** Without the closing full stop or semicolon of a list, and with a capital at the start. */
export function asTitle(text: string): string {
  const bare = text.trim().replace(/[.;,:\s]+$/u, '');
  return bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1);
}

/** "A, B và C". */
export function listed(names: readonly string[]): string {
  const clean = names.map((name) => name.trim().replace(/[.;,\s]+$/u, ''));
  if (clean.length < 2) return clean[0] ?? '';
  return `${clean.slice(0, -1).join('; ')} và ${clean.at(-1)}`;
}

/** Cut at a word with an ellipsis; `most` in characters, the ellipsis included. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[,;:\s]+$/u, '')}…`;
}

/** The ward's configured contact in words; null when nothing is configured. */
export function contactWords(facts: WardFacts): string | null {
  const { contact } = facts.profile;
  const parts = [
    contact?.address ? `Địa chỉ: ${contact.address}.` : '',
    contact?.hotline ? `Điện thoại: ${contact.hotline}.` : '',
    contact?.hours ? `Giờ làm việc: ${contact.hours}.` : '',
    contact?.email ? `Thư điện tử: ${contact.email}.` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}
