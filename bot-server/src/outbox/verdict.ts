import type { SendPath } from '../ports/zalo-oa.ts';

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
  // Template messages say the night in a number of their own (platform notes, 5).
  [-133]: 'wait_for_morning',
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

const PATH_REFUSALS: Readonly<Record<SendPath, number>> = { 'v3.0/oa/message/cs': -235, 'v2.0/oa/message': -240 };

/** Whether this error of this path says that the other one serves the account. Source: platform notes, section 1. */
export function refusesPath(path: SendPath, error: number): boolean {
  return error === PATH_REFUSALS[path];
}

const FORM_REFUSALS = [-201, -210, -233];

/** Whether this answer to a message with buttons may be due to them; such a message was not sent. Source: platform notes, 3.11. */
export function refusesButtons(error: number): boolean {
  return FORM_REFUSALS.includes(error);
}
