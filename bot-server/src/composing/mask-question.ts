import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';

const NAME = '[họ tên]';
const ADDRESS = '[địa chỉ]';

const WORD = '\\p{Lu}[\\p{L}\\p{M}]*';
/** "tôi tên là Nguyễn Văn An", "bà Trần Thị Bưởi", "ông Tư". */
const AFTER_TITLE = new RegExp(
  `(?<![\\p{L}\\p{M}])((?:[Tt]ên(?: (?:tôi|em|cháu|con|mình))?(?: là)?|[Tt]ôi là|[Hh]ọ tên:?|(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]háu)(?: tên)?) )(${WORD}(?: ${WORD}){0,4})`,
  'gu',
);
const FAMILY =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Đào|Mai|Tạ|Hà|Cao|Phùng|Quách|Lâm|Tô|Triệu|Vương|Chu|Thái|Tống|Nông|Hứa|Kiều|Doãn';
/** Three words that begin with a family name and are no place's: "Nguyễn Văn An". */
const WHOLE_NAME = new RegExp(
  `(?<!(?:phường|xã|quận|đường|phố|trường|đảng|Đảng|chợ|công viên|khu|Phường|Xã|Đường|Phố|Trường) )(?<![\\p{L}\\p{M}])(?:${FAMILY}) ${WORD}(?: ${WORD}){1,3}`,
  'gu',
);
/** Middle names; between a family name and another word they make a name in small letters, too. */
const MIDDLE =
  'văn|thị|đức|hữu|ngọc|đình|quốc|xuân|minh|thanh|thu|kim|hồng|quang|công|thế|tuấn|anh|bích|mỹ|van|thi|duc|huu|ngoc|dinh|quoc|xuan|hong|quang|tuan|bich|my';
/** Family names that are no other word, with marks or without: "nguyen van an", and not "do thi hoa" (đô thị hóa). */
const SURE_FAMILY =
  'nguyễn|trần|phạm|huỳnh|hoàng|phan|bùi|đặng|ngô|đinh|trịnh|phùng|vũ|võ|đỗ|dương|nguyen|tran|pham|huynh|hoang|phan|bui|dang|ngo|dinh|trinh|phung';
const SMALL_WORD = '[\\p{Ll}\\p{M}]+';
const SMALL_NAME = new RegExp(
  `(?<!(?:phường|xã|quận|đường|phố|trường|phuong|xa|quan|duong|pho|truong) )(?<![\\p{L}\\p{M}])(?:${SURE_FAMILY}) (?:${MIDDLE}) ${SMALL_WORD}(?![\\p{L}\\p{M}])`,
  'gu',
);
/** "tôi tên là lê thu hà", "ten em la an": whoever writes says their name. */
const OWN = 'tôi|em|cháu|con|mình|toi|chau|minh';
const SAID_NAME = new RegExp(
  `(?<![\\p{L}\\p{M}])((?:họ tên|ho ten|(?:tên|ten) (?:${OWN})|(?:${OWN}) (?:tên|ten)) (?:(?:là|la) )?)(?!(?:gì|gi|sao|ai)(?![\\p{L}\\p{M}]))(${SMALL_WORD}(?: ${SMALL_WORD}){0,2})`,
  'gu',
);
/** "số nhà 12 ngõ 34 phố Huế", "ngách 5/12", "tổ 7": where somebody lives, told with a number. */
const STREET = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:[Ss]ố nhà|[Nn]hà số|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|so nha|nha so|ngo|ngach|hem)\\s+\\d+[\\p{L}\\d/.-]*[\\s,]*)+(?:(?:đường|phố|duong|pho)(?:\\s+${WORD}){1,4})?`,
  'gu',
);

/**
 * What may leave the house of a question: numbers of cards, telephones and accounts, e-mail addresses, addresses and names
 * are taken out where they are found. `keep`: names of wards, which are no person's. A name in small letters is found where it
 * has a family and a middle name, or is said to be one.
 */
export function maskQuestion(question: string, keep: readonly string[]): string {
  const kept = new Set(
    keep.map((name) =>
      foldedSyllables(name)
        .join(' ')
        .replace(/^phuong /, ''),
    ),
  );
  const isKept = (name: string) => kept.has(foldedSyllables(name).join(' '));
  return maskPersonal(question)
    .replace(STREET, (found) => `${ADDRESS}${/\s$/u.test(found) ? ' ' : ''}`)
    .replace(AFTER_TITLE, (whole, title: string, name: string) => (isKept(name) ? whole : `${title}${NAME}`))
    .replace(WHOLE_NAME, (name) => (isKept(name) ? name : NAME))
    .replace(SMALL_NAME, (name) => (isKept(name) ? name : NAME))
    .replace(SAID_NAME, (_, said: string) => `${said}${NAME}`);
}
