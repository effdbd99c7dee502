import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { readUnitList } from './unit-list.ts';

export interface Duty {
  readonly no: string;
  readonly leads: readonly string[];
  /** What is to be done, without who does it. */
  readonly text: string;
  /** The sentence or clause as printed. */
  readonly whole: string;
  readonly partners: readonly string[];
}

export interface ToldUnit {
  readonly leads: readonly string[];
  readonly rest: string;
}

const CLOSING =
  /^(?:Trên đây|Trong quá trình|Quá trình (?:tổ chức|triển khai|thực hiện)|Ngoài (?:các|những|ra)|Yêu cầu|Đề nghị các|Kế hoạch này|Căn cứ (?:nội dung )?Kế hoạch này|(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:[Pp]hường|xã)[^.,;]{0,40}?\s(?:yêu cầu|đề nghị|giao)\s)/u;
/** Nouns that begin with a capital after ";" and are no new duty. */
const DOCUMENT =
  /^(?:Nghị quyết|Kế hoạch|Chương trình|Luật|Quyết định|Chỉ thị|Thông tư|Nghị định|Kết luận|Công văn|Đề án|Hướng dẫn số|Thông báo số|Phòng|Ban|Trung tâm|Công an|Sở|Các|Văn phòng|UBND|Ủy ban|HĐND|Đảng ủy|Đoàn|Hội|Tổ|Trường|Trạm)(?![\p{L}])/u;
const ASKS = /^(?:Giao trách nhiệm cho|Giao cho|Giao|Đề nghị|Yêu cầu|Phân công|Đối với)\s+/u;
const UNIT_DOES = /^\s*(?:[,:–-]\s*)?(?:\p{Ll}|[A-ZĐ][a-zà-ỹ]+\s\p{Ll})/u;
/** After the units comes what they do. These words would only go on naming something. */
const NOT_DOING = /^\s*,?\s*(?:của|thuộc|các|và|được giao tại|cấp trên|trên|cấp)\s/u;

/** A paragraph behind the last item: what holds for everyone. */
export function isClosingParagraph(text: string, marker: string): boolean {
  return marker === '' && CLOSING.test(text);
}

/**
 * Who a sentence tells to do something, and what. The units stand first ("Phòng X chủ trì …", "Giao Phòng X …") or, unless
 * `onlyFirst`, after an introduction ("Căn cứ …, các phòng …", "… trước ngày 30/11 các cơ quan …", "UBND phường yêu cầu các …").
 */
export function leadInSentence(text: string, units: UnitDirectory, onlyFirst: boolean): ToldUnit | null {
  const asked = ASKS.exec(text)?.[0].length ?? 0;
  const first = unitsAt(text, asked, units);
  if (first && !/^(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?:\S+\s+){0,6}(?:yêu cầu|đề nghị|giao)\s/u.test(text))
    return first;
  if (onlyFirst) return null;
  for (const start of laterStarts(text)) {
    const found = unitsAt(text, start, units);
    if (found) return found;
  }
  return null;
}

function laterStarts(text: string): number[] {
  const intro = text.slice(0, 400);
  const starts = [
    ...intro.matchAll(
      /(?:,\s+|(?<=\d{1,2}\s?\/\s?\d{1,2}(?:\/20\d{2})?),?\s+|\s(?:yêu cầu|đề nghị|giao)\s+)(?=\p{L})/gu,
    ),
  ];
  return starts.map((match) => match.index + match[0].length);
}

function unitsAt(text: string, start: number, units: UnitDirectory): ToldUnit | null {
  const list = readUnitList(text, units, start);
  const last = list.at(-1);
  if (!last) return null;
  const rest = text.slice(last.end);
  if (!UNIT_DOES.test(rest) || NOT_DOING.test(rest)) return null;
  return { leads: list.map((unit) => unit.name), rest: rest.replace(/^[\s,:–-]+/, '') };
}

/**
 * Cuts a paragraph into duties. Sentences and clauses of one duty stay together; a part is a duty of its own when it has its own
 * time or reporting ("; định kỳ …", ", báo cáo kết quả … trước ngày …"), its own unit, or begins with a capital after ";".
 */
export function splitDuties(text: string, units: UnitDirectory): string[] {
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const blocks: string[] = [];
  for (const sentence of sentences) {
    const isNew =
      blocks.length === 0 ||
      /^(?:Định kỳ|Trước ngày|Hàng năm|Hằng năm|Hàng quý|Hằng quý)/u.test(sentence) ||
      hasOwnUnit(sentence, units);
    if (isNew) blocks.push(sentence);
    else blocks[blocks.length - 1] = `${blocks.at(-1)} ${sentence}`;
  }
  return blocks.flatMap(splitClauses);
}

function hasOwnUnit(sentence: string, units: UnitDirectory): boolean {
  const told = leadInSentence(sentence, units, true);
  return told !== null && /^(?:Giao|Đề nghị|Yêu cầu|\p{Lu})/u.test(sentence);
}

function splitClauses(block: string): string[] {
  const clauses = block.split(/;\s+/);
  const reports = clauses.slice(1).some((clause) => /^(?:báo cáo|định kỳ|Định kỳ|tổng hợp,? báo cáo)/u.test(clause));
  const joined: string[] = [];
  clauses.forEach((clause, index) => {
    const isNew = index === 0 || reports || (/^\p{Lu}\p{Ll}/u.test(clause) && !DOCUMENT.test(clause));
    if (isNew) joined.push(clause);
    else joined[joined.length - 1] = `${joined.at(-1)}; ${clause}`;
  });
  return joined.flatMap((clause) =>
    clause.split(
      /,\s+(?=định kỳ\s+(?:tổng hợp|báo cáo|đánh giá|rà soát))|,\s+(?=báo cáo kết quả[^;]{0,120}trước ngày)/u,
    ),
  );
}
