/** What a numbered answer to a send asks of us. Source: platform notes, 3.11. */
export const SEND_VERDICTS = [
  'sent',
  'renew_token',
  'wait_a_minute',
  'wait_for_morning',
  'other_path',
  'uncertain',
  'person_unreachable',
  'operator_needed',
  'our_fault',
] as const;
export type SendVerdict = (typeof SEND_VERDICTS)[number];

const BY_ERROR: Readonly<Record<number, SendVerdict>> = {
  0: 'sent',
  [-216]: 'renew_token',
  [-220]: 'renew_token',
  // The limit of the app or the account; an article that is still being processed.
  [-32]: 'wait_a_minute',
  [-214]: 'wait_a_minute',
  [-234]: 'wait_for_morning',
  [-235]: 'other_path',
  [-240]: 'other_path',
  [-200]: 'uncertain',
  [-213]: 'person_unreachable',
  [-217]: 'person_unreachable',
  [-218]: 'person_unreachable',
  [-227]: 'person_unreachable',
  [-230]: 'person_unreachable',
  [-231]: 'person_unreachable',
  [-232]: 'person_unreachable',
  [-244]: 'person_unreachable',
  [-201]: 'our_fault',
  [-210]: 'our_fault',
  [-233]: 'our_fault',
  [-242]: 'our_fault',
  // An expired attachment: nothing that is sent so far has one.
  [-100]: 'our_fault',
};

/** The verdict on Zalo's `error`. A number that nobody has described needs an operator: it is never tried blindly again. */
export function verdictOf(error: number): SendVerdict {
  return BY_ERROR[error] ?? 'operator_needed';
}
