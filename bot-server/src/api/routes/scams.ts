import { type ScamPracticeReply, scamPracticeReply } from '@phuong-so/shared/contracts/learning';
import type { PracticeMessage } from '@phuong-so/shared/domain/library';
import { route } from '../route.ts';

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
