import {
  messageCheckBody,
  messageCheckReply,
  type ScamPracticeReply,
  scamPracticeReply,
} from '@phuong-so/shared/contracts/learning';
import type { PracticeMessage } from '@phuong-so/shared/domain/library';
import { codesIn } from '../../announcements/check-message.ts';
import { adviceOn } from '../../scam-check/advice.ts';
import { checkText } from '../../scam-check/check-text.ts';
import { ASKING, route } from '../route.ts';

/** The pasted text is read by rules and forgotten: it is neither stored nor logged. */
export const checkScam = route({
  method: 'post',
  path: '/api/v1/messages/check',
  summary: 'Kiểm tra tin nhắn này: dấu hiệu lừa đảo, vì sao, nên làm gì',
  pace: ASKING,
  body: messageCheckBody,
  reply: messageCheckReply,
  handle({ body }, { scamSigns }) {
    const reading = checkText(body.text, scamSigns);
    return {
      verdict: reading.verdict,
      signs: reading.signs.map(({ kind, found, why }) => ({ kind, found, why })),
      advice: adviceOn(reading, scamSigns, codesIn(body.text)[0] ?? null),
    };
  },
});

export const scamPractice = route({
  method: 'get',
  path: '/api/v1/scam-practice',
  summary: 'Tin nhắn tự đặt ra để tập nhận biết: lừa đảo hay thật?',
  sameForAll: true,
  reply: scamPracticeReply,
  handle(_input, { library }) {
    return { items: library.scamPractice.map(toItem) };
  },
});

function toItem({ id, from, text, isScam, signs, whatToDo, whereToReport }: PracticeMessage) {
  const item: ScamPracticeReply['items'][number] = {
    ...{ id, from, text },
    is_scam: isScam,
    signs: [...signs],
    what_to_do: whatToDo,
    where_to_report: whereToReport,
  };
  return item;
}
