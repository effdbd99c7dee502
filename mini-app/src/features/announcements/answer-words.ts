import type { OwnAnswer } from './own-replies.ts';

/** The server takes no larger number. */
export const MOST_PEOPLE = 20;

/** "tham gia, 2 người", for use inside a sentence. */
export function answerWords({ answer, people }: OwnAnswer): string {
  if (answer === 'yes') return `tham gia, ${people} người`;
  return answer === 'no' ? 'không tham gia' : 'đã đọc';
}
