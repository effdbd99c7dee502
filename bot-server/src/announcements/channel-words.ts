import type { MessageTemplate } from '@phuong-so/shared/domain/ward';
import type { Notice } from '../ports/mini-app-notices.ts';
import { messageText, type Told, writeTime } from './message-text.ts';

/** In a group chat "[@…]" calls people by their ids, "[@group]" everybody: nobody's words may do so. Source: platform notes, 3.9. */
const MENTION = /\[@[^\]]*\]?/g;

/** The message to a group chat of the account, in which nobody is answered. */
export function groupText(told: Told): string {
  return messageText({ ...told, asks: null }).replace(MENTION, '');
}

/** What fills the ward's template, each cut to what Zalo lets it have; a template cannot leave anything out. */
export function templateData(told: Told, { fields }: MessageTemplate): Record<string, string> {
  const { body, sender, ward, code, event } = told;
  const values = {
    ...{ title: headingOf(told), body: body.replace(/\s+/g, ' '), sender, code, ward: ward ?? sender },
    time: event === null ? NOT_SAID : writeTime(event.startsAt),
    place: event?.place ?? NOT_SAID,
  };
  return Object.fromEntries(fields.map(({ name, value, longest }) => [name, cut(values[value], longest)]));
}

/** Who has the first wording must see that this one takes its place. */
const headingOf = ({ title, corrects }: Told) => (corrects ? `Đính chính: ${title}` : title);

const NOT_SAID = 'Xem trong ứng dụng';

/** The notification of the Mini App: what it is about; the rest is read where it leads. */
export function noticeOf(told: Told, url: string): Notice {
  const { sender, ward, body } = told;
  return {
    title: cut(ward ?? sender, LONGEST.title),
    heading: cut(headingOf(told), LONGEST.heading),
    description: cut(body.replace(/\s+/g, ' '), LONGEST.description),
    button: 'Xem thông báo',
    url,
  };
}

/** Zalo's limits are not documented; what is longer than this no phone shows in a notification. Source: platform notes, 8.5. */
const LONGEST = { title: 50, heading: 100, description: 200 };

/** At most so many characters, ended at a word. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const atWord = head.replace(/\s+\S*$/, '');
  return `${atWord.length > longest / 2 ? atWord : head}…`;
}
