import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import type { ReplyAsk } from '@phuong-so/shared/domain/broadcast';
import { type Told, writeTime } from '../message-text.ts';
import { capital, ended, SEE_IN_APP, sayText } from './say-text.ts';
import type { SpokenWords } from './spoken-words.ts';

export interface ScriptParts extends Told {
  /** Names of the groups it is for; [] = the whole ward. */
  readonly groups: readonly string[];
  readonly asks: ReplyAsk;
  /** Made up for a demonstration. */
  readonly demo: boolean;
}

/** What stands in brackets is for the announcer. */
const TWICE = ['[Đọc chậm, rõ. Lần thứ nhất]', '[Nghỉ một lát. Lần thứ hai]'] as const;
const NOT_TO_BE_READ = '[DỮ LIỆU MINH HỌA: không phải thông báo thật, không phát trên loa]';
const ASKED: Readonly<Record<ReplyAsk, string | null>> = {
  none: null,
  attending: `Đề nghị bà con trả lời có tham gia hay không trong ứng dụng ${APP_NAME}.`,
  confirm_read: `Bà con đã nghe xin bấm xác nhận trong ứng dụng ${APP_NAME}.`,
};
const THANKS = 'Xin cảm ơn bà con đã lắng nghe.';

/** The announcement to be read over the loudspeaker, twice, with every number and abbreviation in words. */
export function loudspeakerScript(parts: ScriptParts, words: SpokenWords): string {
  const say = (text: string) => sayText(text, words);
  const said = announcement(parts, say);
  return [
    ...(parts.demo ? [NOT_TO_BE_READ, ''] : []),
    ...[TWICE[0], `Kính thưa bà con ${say(audience(parts))}!`, ...said, ''],
    ...[TWICE[1], 'Xin nhắc lại thông báo.', ...said, ''],
    `Trên đây là thông báo của ${say(sender(parts))}. Mã kiểm tra trong ứng dụng ${APP_NAME}: ${say(parts.code)}.`,
    THANKS,
  ].join('\n');
}

function announcement(parts: ScriptParts, say: (text: string) => string): string[] {
  const { title, body, event, corrects, emergency, attachment, asks } = parts;
  const what = emergency ? 'thông báo khẩn' : 'thông báo';
  const corrected = 'Đây là đính chính, thay cho thông báo đã phát trước.';
  const asked = ASKED[asks];
  return [
    `${capital(say(sender(parts)))} xin ${what}: ${ended(say(title))}`,
    ...(corrects ? [corrected] : []),
    ...say(body)
      .split('\n')
      .filter(Boolean)
      .map((line) => ended(capital(line))),
    ...(event === null ? [] : [`Thời gian: ${ended(say(saidTime(event.startsAt)))}`]),
    ...(event?.place ? [`Địa điểm: ${ended(say(event.place))}`] : []),
    ...(attachment === null ? [] : [`${attachment === 'image' ? 'Ảnh' : 'Tệp'} kèm theo, ${SEE_IN_APP} ${APP_NAME}.`]),
    ...(asked === null ? [] : [asked]),
  ];
}

function audience({ groups, ward }: ScriptParts): string {
  const all = groups.map((group) => group.charAt(0).toLocaleLowerCase('vi') + group.slice(1));
  return [all.join(', ') || 'toàn phường', all.length === 0 && ward !== null ? ward.replace(/^phường /u, '') : ward]
    .filter((part) => part !== null)
    .join(all.length === 0 ? ' ' : ', ');
}

function sender({ sender: office, ward }: ScriptParts): string {
  return ward === null || office.includes(ward) ? office : `${office}, ${ward}`;
}

/** "19:30, thứ tư, ngày 25/11/2026". */
function saidTime(at: number): string {
  return writeTime(at).replace(/^(\S+) (.+) (\S+)$/u, '$1, $2, ngày $3');
}
