import type { AnnouncementKind, Broadcast } from '@phuong-so/shared/domain/broadcast';
import { vietnamDay, writtenDayTime } from '@phuong-so/shared/domain/vietnam-time';
import { MASKS } from '@phuong-so/shared/text/mask-personal';
import type { Outlook, Progress } from './deps.ts';
import { saysNearDay } from './read-when.ts';

/** What a message is called where it has no title of its own. */
export const TITLES: Readonly<Record<AnnouncementKind, string>> = {
  general: 'Thông báo',
  meeting: 'Thông báo họp',
  class: 'Thông báo lớp học',
  utilities: 'Thông báo về điện, nước',
  health: 'Thông báo y tế',
  fee: 'Thông báo thu phí',
  urgent: 'Thông báo khẩn',
};

/** Kinds as people choose among them. */
export const KINDS: Readonly<Record<AnnouncementKind, string>> = {
  general: 'Thông báo chung',
  meeting: 'Họp',
  class: 'Lớp học',
  utilities: 'Điện, nước',
  health: 'Y tế, tiêm chủng',
  fee: 'Thu phí',
  urgent: 'Tin khẩn',
};

/** To somebody who may not announce: how to get there, and what they may have wanted instead. */
export const NOT_ANNOUNCER =
  'Chỉ tổ trưởng và cán bộ được phường cấp quyền mới gửi thông báo ở đây. Nếu là bạn: nhắn LIÊN KẾT để nối Zalo này với Mini App, rồi nhập mã mời của phường trong Mini App, mục Tôi.\nTôi chưa gửi và không lưu lời bạn vừa nhắn. Muốn biết một tin nhận được có đúng của phường không, bạn nhắn KIỂM TRA TIN NHẮN.';
export const ASK_WORDS =
  'Bạn gõ lời thông báo, tôi soạn cho xem trước. Chưa gửi gì khi bạn chưa chọn Gửi. Muốn dừng, nhắn THÔI.';
export const ASK_NEW_WORDS = 'Bạn gõ lại toàn bộ lời thông báo. Muốn giữ lời cũ, nhắn QUAY LẠI.';
export const TO_WHOM = 'Gửi cho ai? Bạn gõ số:';
export const WHOLE_WARD = 'Cả phường';
export const MORE_GROUPS = 'Xem tổ khác';
export const WHICH_KIND = 'Tin này thuộc loại nào? Bạn gõ số:';
export const NO_TIME = 'Không ghi giờ ở mục riêng';
export const SEND = 'Gửi';
export const SEND_FOR_APPROVAL = 'Gửi cán bộ duyệt';
export const NEW_WORDS = 'Sửa lời';
export const ASK_ATTENDING = 'Hỏi bà con có tham gia không';
export const ASK_NOTHING = 'Thôi hỏi tham gia';
export const SET_TIME = 'Hẹn giờ';
export const CHANGE_TIME = 'Đổi giờ gửi';
export const KEEP_DRAFT = 'Lưu nháp';
export const DROP = 'Bỏ';
export const SEND_NOW = 'Gửi ngay, không hẹn';
export const SEND_WHEN = 'Gửi lúc nào? Bạn gõ, ví dụ: 7 giờ sáng mai, hoặc 19h thứ bảy. Hoặc gõ số:';
export const TIME_NOT_READ =
  'Tôi chưa rõ giờ nào. Bạn gõ đủ ngày và giờ, ví dụ: 7 giờ sáng mai, 19h thứ bảy, 8h30 sáng 5/12.';
export const WHICH_TIME = 'Bạn muốn giờ nào? Gõ số, hoặc gõ lại cho đủ ngày và giờ:';
export const KEPT = 'Đã lưu nháp, chưa gửi. Muốn xem lại và gửi, bạn nhắn THÔNG BÁO CỦA TÔI, hoặc mở Mini App.';
export const DROPPED = 'Đã bỏ thông báo này. Không ai nhận được gì.';
export const NONE_OWN = 'Bạn chưa gửi thông báo nào. Muốn soạn, bạn nhắn: thông báo: rồi gõ lời.';
export const NOTHING_RUNS = 'Không có thông báo nào đang gửi hoặc chờ gửi.';
export const GO_ON_DRAFT = 'Xem bản nháp đang soạn';
export const SEE_AND_SEND = 'Xem và gửi lại';
/** Above what may be done, where nothing has to be. */
export const IF_WANTED = 'Bạn gõ số nếu muốn:';
export const STOP = 'Dừng gửi';
export const CANCEL = 'Hủy, không gửi';
export const LEAVE = 'Để nguyên';
export const APPROVE = 'Duyệt';
export const RETURN = 'Trả lại';
export const NOTHING_TO_APPROVE = 'Không có thông báo nào chờ duyệt.';
export const ONLY_OFFICIALS =
  'Cán bộ phường mới duyệt thông báo. Thông báo bạn gửi đi đến đâu, bạn nhắn THÔNG BÁO CỦA TÔI.';
export const WHY_RETURN = 'Bạn gõ lý do trả lại, để người soạn biết cần sửa gì. Muốn thôi, nhắn QUAY LẠI.';
export const RETURNED = 'Đã trả lại cho người soạn kèm lý do của bạn. Thông báo chưa được gửi.';
const HOW_FAR = 'Xem ai đã nhận, nhắn THÔNG BÁO CỦA TÔI. Muốn dừng, nhắn DỪNG GỬI.';

export function tooLong(length: number, most: number): string {
  return `Lời thông báo dài ${length} chữ cái và dấu, chỉ gửi được tối đa ${most}. Bạn gõ lại ngắn hơn giúp tôi.`;
}

/** Which moment of several, as a choice. "Thứ Hai 30/11, 7h" */
export const momentLabel = writtenDayTime;

/** Before the choices of moments, or for one to be typed. `day`: what is known of it, epoch ms of its beginning. */
export function whichEventTime(day: number | null, hasChoices: boolean): string {
  if (hasChoices)
    return 'Việc này diễn ra lúc nào? Tôi chưa chắc giờ trong lời bạn viết. Bạn gõ số, hoặc gõ lại ngày giờ:';
  const known = day === null ? 'Tôi chưa rõ ngày giờ' : `Tôi chưa rõ mấy giờ ngày ${writtenDayTime(day).split(',')[0]}`;
  return `${known} trong lời bạn viết. Bạn gõ ngày giờ, ví dụ: 19h30 thứ bảy. Hoặc gõ số:`;
}

export function readThis(text: string): string {
  return `Bà con sẽ nhận đúng lời dưới đây:\n\n${text}`;
}

/** What is to be known before it is sent. `now`: epoch ms. */
export function outlook(seen: Outlook, now: number): string {
  const { broadcast, to, people, reached, unreached, blocked, warnings } = seen;
  const lines = [
    `Gửi tới: ${to ?? 'cả phường'}. Loại tin: ${KINDS[broadcast.kind].toLocaleLowerCase('vi')}.`,
    `Tới được ${reached}/${people} người${unreached.length === 0 ? '.' : '. Chưa tới được:'}`,
    ...unreached.map((one) => `- ${one.people} người: ${one.why}`),
    whenItGoes(seen, now),
    seen.needsApproval ? 'Cán bộ phường duyệt xong mới gửi.' : '',
    ...warnings.map((warning) => `Lưu ý: ${warning}`),
    readsOtherwise(seen, now) ? NEAR_DAY : '',
    ...blocked.map((why) => `Chưa gửi được: ${why}`),
    hasMasked(broadcast) ? MASKED : '',
    'Tôi chưa gửi gì. Bạn gõ số:',
  ];
  return lines.filter(Boolean).join('\n');
}

/** "Sáng mai" of a message that comes tomorrow is the day after. */
function readsOtherwise({ broadcast, beginsAt }: Outlook, now: number): boolean {
  return vietnamDay(beginsAt) !== vietnamDay(now) && [broadcast.title, broadcast.body].some(saysNearDay);
}

const NEAR_DAY =
  'Lưu ý: Trong lời có “nay” hoặc “mai”, mà tin không gửi hôm nay: người đọc hiểu theo ngày nhận tin. Nên sửa lời, ghi rõ ngày.';

function whenItGoes({ beginsAt }: Outlook, now: number): string {
  return beginsAt <= now + MINUTE_MS ? 'Bắt đầu gửi: ngay khi bạn chọn.' : `Bắt đầu gửi: ${writtenDayTime(beginsAt)}.`;
}

const MINUTE_MS = 60_000;
const MASKED =
  'Khi nhắn vào đây, số điện thoại, số giấy tờ, số tài khoản bị che. Cần ghi số, bạn lưu nháp rồi điền trong Mini App.';

function hasMasked({ title, body }: Broadcast): boolean {
  return Object.values(MASKS).some((mask) => `${title} ${body}`.includes(mask));
}

/** After "Gửi". `beginsAt`: when the first message goes, as far as it is known. Epoch ms. */
export function sent({ state, code, sendAt }: Broadcast, beginsAt: number | null, now: number): string {
  if (state === 'awaiting_approval')
    return `Đã chuyển cán bộ phường duyệt (mã ${code}). Duyệt xong thông báo mới được gửi.`;
  return `${going('Đã nhận', beginsAt ?? sendAt ?? now, now)} (mã ${code}). ${HOW_FAR}`;
}

function going(done: string, at: number, now: number): string {
  return at > now + MINUTE_MS
    ? `${done}, tin bắt đầu gửi lúc ${writtenDayTime(at)}`
    : `${done}, thông báo đang được gửi`;
}

const WAITS: Readonly<Partial<Record<Broadcast['state'], string>>> = {
  draft: 'Bản nháp, chưa gửi.',
  awaiting_approval: 'Đang chờ cán bộ phường duyệt.',
  cancelled: 'Đã hủy, không gửi.',
};

/** One that has not gone out. */
export function waits({ title, code, state, sendAt, note }: Broadcast): string {
  const said =
    state === 'returned'
      ? `Được trả lại${note === null ? '.' : `: ${note}`}`
      : state === 'scheduled' && sendAt !== null
        ? `Hẹn gửi lúc ${writtenDayTime(sendAt)}.`
        : (WAITS[state] ?? '');
  return `“${title}” (mã ${code}). ${said}`;
}

const RUNS: Readonly<Partial<Record<Broadcast['state'], string>>> = {
  sending: 'đang gửi',
  sent: 'đã gửi xong',
  stopped: 'đã dừng giữa chừng',
};
const ANSWERED = { yes: 'Tham gia', no: 'Không tham gia', read: 'Đã đọc' } as const;

/** Reached, seen, answers, and who is to be told in person. */
export function progress({ broadcast, people, reached, waiting, seen, answers, unreached }: Progress): string {
  const { title, code, state } = broadcast;
  const inPerson = unreached.reduce((sum, one) => sum + one.people, 0);
  const lines = [
    `“${title}” (mã ${code}): ${RUNS[state] ?? ''}.`,
    `Tới được ${reached}/${people} người, đã xem ${seen} người${waiting === 0 ? '' : `, còn chờ gửi ${waiting} người`}.`,
    ...answers.map(({ answer, count, people: come }) =>
      answer === 'yes'
        ? `${ANSWERED.yes}: ${count} người trả lời, tổng cộng ${come} người đi.`
        : `${ANSWERED[answer]}: ${count} người.`,
    ),
    inPerson === 0 ? '' : `Cần báo trực tiếp: ${inPerson} người.`,
    ...unreached.map((one) => `- ${one.people} người: ${one.why}`),
    inPerson === 0 ? '' : 'Danh sách theo tổ có trong Mini App, mục Thông báo đã gửi.',
  ];
  return lines.filter(Boolean).join('\n');
}

export function askStop({ title, state }: Broadcast): string {
  return state === 'sending'
    ? `Dừng gửi “${title}”? Ai đã nhận thì vẫn còn tin, người chưa nhận sẽ không nhận nữa. Bạn gõ số:`
    : `Hủy “${title}”? Thông báo này chưa gửi cho ai. Bạn gõ số:`;
}

export function ended({ title, state }: Broadcast): string {
  return state === 'stopped' ? `Đã dừng gửi “${title}”.` : `Đã hủy “${title}”, không gửi cho ai.`;
}

/** Before one that waits for approval. `more`: how many others wait. */
export function review(seen: Outlook, more: number): string {
  const { broadcast, to, people, reached } = seen;
  const { sendAt } = broadcast;
  const lines = [
    `Người gửi: ${broadcast.sender}. Gửi tới: ${to ?? 'cả phường'} (tới được ${reached}/${people} người).`,
    sendAt === null ? 'Gửi ngay sau khi duyệt.' : `Hẹn gửi: ${writtenDayTime(sendAt)}.`,
    ...seen.warnings.map((warning) => `Lưu ý: ${warning}`),
    more === 0 ? '' : `Còn ${more} thông báo khác chờ duyệt.`,
    'Bạn gõ số:',
  ];
  return lines.filter(Boolean).join('\n');
}

export function waitsForApproval(text: string): string {
  return `Thông báo chờ duyệt:\n\n${text}`;
}

export function approved({ sendAt, code }: Broadcast, beginsAt: number | null, more: boolean, now: number): string {
  const next = more ? ' Xem tin chờ duyệt tiếp theo, nhắn DUYỆT THÔNG BÁO.' : '';
  return `${going('Đã duyệt', beginsAt ?? sendAt ?? now, now)} (mã ${code}).${next}`;
}
