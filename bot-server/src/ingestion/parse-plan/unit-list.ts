import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';

/** A unit's name as printed at `start`…`end` of a text. `separator` is what stood between it and the name before. */
export interface PrintedUnit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly separator: string;
}

const TITLES =
  /^(?:Thủ trưởng|Lãnh đạo|Người đứng đầu|Trưởng|Giám đốc|Hiệu trưởng|Chỉ huy trưởng|Chủ tịch|Đồng chí|Đại diện|Cán bộ|Công chức)\s+(?=\p{L})/iu;
const PLURAL = /^(?:tất cả\s+)?(?:các|những|mỗi|từng)\s+/iu;
/** What offices are called, from the first word of the name. */
const HEADS =
  /^(?:phòng|văn phòng|ban|trung tâm|tt\.?|công an|tổ|đội|đoàn|hội|liên đoàn|công đoàn|ủy ban|uỷ ban|ubnd|ubmttq|ub|hđnd|mttq|mặt trận|trường|nhà trường|trạm|thuế|chi cục|cục|sở|bộ|kho bạc|ngân hàng|bưu điện|điện lực|viễn thông|bảo hiểm|hạt|quỹ|đảng ủy|đảng uỷ|chi bộ|bí thư|thành ủy|tỉnh ủy|thôn|khu phố|khu dân cư|hợp tác xã|doanh nghiệp|cơ quan|đơn vị|ngành|đoàn thể|tổ chức|cơ sở giáo dục|cơ sở y tế|bcđ|bcđ|vp|câu lạc bộ|hộ kinh doanh|cộng đồng|viettel|vnpt|mobifone|fpt|bch|hội đồng nhân dân|thường trực|địa phương)(?![\p{L}\p{M}])/iu;
/** Verbs and nouns that begin with the same word as an office: "Tổ chức …", "Ban hành …", "Phòng, chống …". */
const NOT_HEAD =
  /^(?:tổ chức|ban hành|phòng(?:,\s*|\s+)(?:ngừa|chống|trừ|tránh)|đoàn (?:kết|viên)|hội (?:nhập|nghị|thảo|viên|họp)|trường hợp|bộ (?:tiêu chí|máy|chỉ số|quy tắc)|sở hữu|đội ngũ|công an ninh|quỹ đất|cơ sở|tổ quốc)(?![\p{L}\p{M}])/iu;
const GENERIC =
  /^(?:phòng|ban|ngành|đơn vị|cơ quan|đoàn thể|tổ chức|sở|địa phương|lĩnh vực)(?:\s+(?:chuyên môn|sự nghiệp|trực thuộc|chức năng|chính trị\s*[-–]\s*xã hội))*(?![\p{L}\p{M}])/iu;
const TAIL =
  /^\s*(?:\((?:nếu có|qua [^)]*)\)|(?:có\s+)?liên quan|(?:trực\s+)?thuộc,?\s+(?:trực thuộc\s+)?(?:UBND\s+)?(?:phường|Phường|thành phố|Thành phố|tỉnh|quận)(?:\s+(?!Các\b)\p{Lu}[\p{L}]+)*|trực thuộc|của\s+(?:UBND\s+)?(?:phường|Phường|thành phố|Thành phố|tỉnh)|cấp phường|trên địa bàn(?:\s+(?:phường|Phường|quản lý|thành phố))?(?:\s+(?!Các\b)\p{Lu}\p{L}+)*|(?:phường|Phường)(?:\s+(?!Các\b)\p{Lu}\p{L}+)*|khác|được giao)(?![\p{L}\p{M}])/u;
/** A lower-case word that begins what the unit does; the name ends before it. */
const VERB =
  /^(?:chủ trì|phối hợp|căn cứ|có trách nhiệm|chịu trách nhiệm|tham mưu|tổ chức|thực hiện|triển khai|xây dựng|theo|hướng dẫn|đôn đốc|kiểm tra|rà soát|báo cáo|tiếp tục|chủ động|tập trung|kịp thời|đẩy mạnh|tăng cường|bố trí|đảm bảo|bảo đảm|cập nhật|tuyên truyền|là|được|phải|trong|để|nghiêm túc|định kỳ|gửi|tích cực|vào cuộc|quan tâm|lập|tổng hợp|đề xuất|nâng cao|phát huy|cân đối|thẩm định|cung cấp|làm|trước|hoàn thành|thường xuyên|giúp|khẩn trương|trực tiếp|quán triệt|hàng năm|hằng năm|cụ thể hóa|giám sát|vận động|quản lý|tiếp nhận|yêu cầu|chỉ đạo|đăng tải|phổ biến|phân công|tự|sử dụng|khai thác|đầu tư|hỗ trợ|lựa chọn|nghiên cứu|trình|có|ban hành|duy trì|với|về|tại|cùng|khi|nếu|nhằm|đồng|sẽ|cần|cử|đưa|lồng ghép|hưởng ứng|tham gia|tạo|mở)(?![\p{L}\p{M}])/u;

/**
 * Reads a list of units from `start` of a text: names the directory knows, and names built like an office's name.
 * An unknown name needs a capital or "các", so that verbs which begin like an office are no units.
 */
export function readUnitList(text: string, units: UnitDirectory, start = 0): PrintedUnit[] {
  const found: PrintedUnit[] = [];
  let at = start;
  let separator = '';
  while (at < text.length) {
    const end = unitEnd(text, at, units, separator === '' && found.length > 0);
    if (end === null) break;
    found.push({ name: text.slice(at, end), start: at, end, separator });
    const gap = /^\s*(?:[;,\n+]\s*(?:và\s+)?|(?:và|cùng|với|&)\s+|[-–•]\s+)?/u.exec(text.slice(end))?.[0] ?? '';
    separator = gap.trim();
    at = end + gap.length;
    if (gap === '') break;
  }
  return found;
}

function unitEnd(text: string, start: number, units: UnitDirectory, glued: boolean): number | null {
  const rest = text.slice(start);
  // Without a separator only a capital begins another unit: the next column of a table printed without lines.
  if (glued && !/^\p{Lu}/u.test(rest)) return null;
  if (NOT_HEAD.test(rest)) return null;
  const title = TITLES.exec(rest)?.[0].length ?? 0;
  const plural = PLURAL.exec(rest.slice(title))?.[0].length ?? 0;
  const nameAt = start + title + plural;
  const known = units.knownNameEnd(text, start) ?? (title + plural > 0 ? units.knownNameEnd(text, nameAt) : null);
  const name = text.slice(nameAt);
  if (plural > 0 || GENERIC.test(name)) {
    const collective = collectiveEnd(text, nameAt, units);
    if (
      collective !== null &&
      collective >= (known ?? 0) &&
      (plural > 0 || isCollective(text.slice(nameAt, collective)))
    )
      return collective;
  }
  if (known !== null && !continuesName(text, known)) return tailEnd(text, known);
  // "tổ chức", "ban hành", "phòng ngừa" begin like an office; a name in small letters needs "các" or a capital inside.
  if (!HEADS.test(name) || (plural === 0 && !/^(?:\p{Lu}|\S+\s+\p{Lu}\p{Ll})/u.test(name))) return null;
  const proper = properEnd(text, nameAt);
  return proper === null ? null : tailEnd(text, proper);
}

/** "Phòng Kinh tế" goes on in "Phòng Kinh tế và Môi trường": another unit than the known one. */
function continuesName(text: string, end: number): boolean {
  const next = /^(?:\s*[,-]\s*|\s+và\s+|\s+)(\p{Lu}\p{Ll}+)(?=\s|$|[,;.])/u.exec(text.slice(end));
  if (!next?.[1]) return false;
  if (
    /^(?:Phường|Các|Tổ|Ban|Phòng|Trung|Công|Sở|Văn|Đoàn|Hội|Ủy|Uỷ|Thành|Đơn|Cơ|Trường|Trạm|Mặt|Thường|Hàng|Hằng|Tháng|Quý|Năm|Trước|Sau|Theo|Bộ|Đảng|Thủ|Lãnh|Doanh|Thuế|Việt|Khu|Kho|Bưu|Chi|Hà|Hải|Tỉnh)$/u.test(
      next[1],
    )
  )
    return false;
  return (
    /^\s*[,-]\s*|^\s+và\s+/.test(text.slice(end)) &&
    !HEADS.test(text.slice(end).replace(/^(?:\s*[,-]\s*|\s+và\s+)/u, ''))
  );
}

/** "các phòng, ban, ngành, đơn vị thuộc phường": generic words until what they belong to is said. */
function collectiveEnd(text: string, start: number, units: UnitDirectory): number | null {
  let at = start;
  let last: number | null = null;
  for (;;) {
    const word = GENERIC.exec(text.slice(at))?.[0];
    if (!word) break;
    const known = units.knownNameEnd(text, at);
    const isOther =
      known !== null &&
      known > at + word.length &&
      isNamed(text.slice(at, known), units) &&
      !/^(?:,|\s+và(?!\p{L}))?\s*(?:ban|ngành|đơn vị|đoàn thể)/iu.test(text.slice(at + word.length));
    if (isOther || startsProperName(text.slice(at), word)) break;
    last = at + word.length;
    const tail = tailEnd(text, last);
    if (tail > last) {
      last = tail;
      break;
    }
    const gap = /^(?:\s*,\s*|\s+và\s+|\s+)(?=\p{Ll}|Ban|Ngành)/u.exec(text.slice(last))?.[0];
    if (!gap) break;
    at = last + gap.length;
  }
  if (last === null) return null;
  const higher =
    /^\s*(?:của|thuộc)\s+(?:các\s+)?(?:[Ss]ở|[Bb]ộ)[^.;]*?(?=\s+(?:để|theo|tổ chức|xây dựng|triển khai)|[.;]|$)/u.exec(
      text.slice(last),
    );
  if (higher) return last + higher[0].length;
  const owner = /^\s*(?:của|thuộc)\s+/u.exec(text.slice(last));
  const owned = owner ? units.knownNameEnd(text, last + owner[0].length) : null;
  return owned === null ? last : tailEnd(text, owned);
}

/** More than one generic word, or a word that says whose: "đơn vị liên quan", "phòng, ban". */
function isCollective(name: string): boolean {
  const word = GENERIC.exec(name)?.[0] ?? '';
  return name.length > word.length || /^(?:\p{Lu}|đoàn thể)/u.test(name);
}

function isNamed(name: string, units: UnitDirectory): boolean {
  return units.resolve(name).some((id) => units.get(id)?.kind !== 'group');
}

/** "Phòng Văn hóa …" names one office; "phòng, ban" does not. */
function startsProperName(text: string, word: string): boolean {
  return (
    /^\s+\p{Lu}\p{Ll}/u.test(text.slice(word.length)) && !/^\s+(?:Phường|Thành|Tỉnh)/u.test(text.slice(word.length))
  );
}

/** End of a name that no directory knows: until punctuation, a verb, or a capitalised head of another unit. */
function properEnd(text: string, start: number): number | null {
  let at = start;
  let words = 0;
  while (at < text.length) {
    const word = /^[\p{L}\p{M}\p{N}&./-]+/u.exec(text.slice(at))?.[0]?.replace(/[./-]+$/, '');
    if (!word) break;
    if (words > 0 && (VERB.test(text.slice(at)) || isNextHead(text.slice(at)))) break;
    if (words > 0 && TAIL.test(` ${text.slice(at)}`)) break;
    at += word.length;
    words += 1;
    const gap = /^(?:\s+[-–]\s+|[-–]\s*|\s+|,\s+(?=\p{Lu}\p{Ll}+(?:\s+\p{Ll}|\s+và\s))|\s+và\s+(?=\p{Lu}))/u.exec(
      text.slice(at),
    )?.[0];
    if (!gap || isNextHead(text.slice(at + gap.length).replace(/^và\s+/u, ''))) break;
    at += gap.length;
  }
  const end = text.slice(start, at).trimEnd().length + start;
  return words >= 2 || /^(?:MTTQ|HĐND|UBND|Thuế)/u.test(text.slice(start)) ? end : null;
}

function isNextHead(rest: string): boolean {
  return (
    /^\p{Lu}/u.test(rest) &&
    (HEADS.test(rest) || /^Các\s/u.test(rest)) &&
    !NOT_HEAD.test(rest) &&
    !/^(?:Ban Chấp|Đảng)/u.test(rest)
  );
}

function tailEnd(text: string, end: number): number {
  let at = end;
  for (let tail = TAIL.exec(text.slice(at)); tail; tail = TAIL.exec(text.slice(at))) at += tail[0].length;
  return at;
}

/**
 * The units of a table cell or of a "…: X; Y" line, as printed, without a closing full stop.
 * Text that is no list of units stays one name, so that nothing printed is lost.
 */
export function unitsOfCell(cell: string, units: UnitDirectory): string[] {
  const names: string[] = [];
  for (const piece of cell.split(/\s*;\s*|\s*\n\s*/)) {
    const text = piece
      .replace(/^[-+•–]\s*/, '')
      .replace(/[.,;:]+$/, '')
      .trim();
    if (text === '' || /^[-–—x/]+$/i.test(text)) continue;
    const list = readUnitList(text, units);
    const end = list.at(-1)?.end ?? 0;
    const wholly = list.length > 0 && text.slice(end).trim() === '';
    names.push(...(wholly ? list.map((unit) => unit.name) : [text]));
  }
  return names;
}

/** Ids for printed names, each once, in order. */
export function idsOf(names: readonly string[], units: UnitDirectory): string[] {
  const ids: string[] = [];
  for (const name of names) for (const id of units.resolve(name)) if (!ids.includes(id)) ids.push(id);
  return ids;
}

/** Whether the text is nothing but a list of units, with or without "Đề nghị" or "Giao" before it. */
export function isUnitList(text: string, units: UnitDirectory): boolean {
  const plain = text
    .replace(/^(?:Đề nghị|Giao|Yêu cầu)\s+/u, '')
    .replace(/[.:;,]+$/, '')
    .trim();
  const list = readUnitList(plain, units);
  return list.length > 0 && plain.slice(list.at(-1)?.end ?? 0).trim() === '' && foldMarks(plain) !== '';
}
