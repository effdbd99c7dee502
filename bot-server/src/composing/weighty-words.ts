import { type FoundPhrase, Phrases } from './find-phrase.ts';

/** Words of one weight: a sentence may have one of them only where its evidence has one of what is needed. */
interface Weight {
  readonly said: Phrases;
  /** null = the very word. */
  readonly needs: Phrases | null;
}

const ITSELF = null;

function weight(said: string, needs: string | null): Weight {
  return { said: new Phrases(said), needs: needs === null ? null : new Phrases(needs) };
}

/** Words that turn round what they stand before; they are compared with what follows them, too. */
const TURNING = new Phrases(
  'dừng, ngừng, ngưng, đình chỉ, chấm dứt, hủy, hủy bỏ, bãi bỏ, xóa bỏ, loại bỏ, bỏ, dẹp, khai tử, giải thể, giải tán, ' +
    'thu hồi, rút, hoãn, tạm hoãn, trì hoãn, lùi, từ chối, phản đối, hạn chế, giảm, giảm thiểu, cắt giảm, ngăn chặn, ' +
    'phòng chống, phòng ngừa, chống, đấu tranh, tránh, khắc phục, xử lý, tháo gỡ, xóa, loại, ngoài',
);

/**
 * Words that nobody may add. Each changes what a sentence says more than its length tells: it ends, delays or replaces
 * something, obliges, excludes, agrees, decides, promises, costs, or says that something is over.
 */
const WEIGHTS: readonly Weight[] = [
  // Ends, delays, replaces.
  weight(
    'dừng, ngừng, ngưng, đình chỉ, chấm dứt, hủy, bãi bỏ, xóa, loại, bỏ, dẹp, khai tử, giải thể, giải tán, thu hồi, rút, thôi, ' +
      'hoãn, lùi, dời, gia hạn, trì hoãn, chậm, muộn, trễ, quá hạn, hết hạn, hết hiệu lực, không còn, kết thúc, đóng cửa, ' +
      'từ chối, phản đối, thay, thay thế, thay bằng, đổi sang, chuyển sang, chuyển cho, giao lại, tháo, hết, ngoài ra, trừ',
    ITSELF,
  ),
  // Obliges and allows.
  weight('phải', 'phải, bắt buộc, buộc, nghĩa vụ, yêu cầu, trách nhiệm, cần, đề nghị, trước ngày, chậm nhất'),
  weight('bắt buộc, buộc, nghĩa vụ, cưỡng chế', 'bắt buộc, buộc, phải, yêu cầu, nghĩa vụ'),
  weight(
    'tự nguyện, tùy ý, lúc nào cũng, bao giờ cũng, được phép, có quyền, cho phép, được quyền, được hưởng, được nhận',
    ITSELF,
  ),
  // Excludes and generalises.
  weight('chỉ, duy nhất, riêng, mỗi mình', 'chỉ, duy nhất, riêng'),
  weight('tất cả, mọi, toàn bộ, hoàn toàn, đều, ai cũng, tuyệt đối', 'tất cả, mọi, toàn bộ, toàn, hoàn toàn, đều, 100'),
  // Agrees, decides, speaks for somebody.
  weight(
    'đúng, vâng, dạ, chính xác, chắc chắn, thừa nhận, xác nhận, khẳng định, cam kết, hứa, đồng ý, chấp thuận',
    ITSELF,
  ),
  weight('phê duyệt, duyệt, quyết định, tự quyết, chính thức, tuyên bố, xin lỗi, ra lệnh, bí mật', ITSELF),
  // Costs, gives and punishes.
  weight('tiền', 'tiền, kinh phí, ngân sách, vốn'),
  weight('phí, lệ phí, học phí, thu phí, miễn phí, thu tiền, thu vé, đóng góp, đóng tiền, trả, nộp, đóng', ITSELF),
  weight(
    'phạt, xử phạt, bị bắt, vi phạm, tịch thu, truy cứu, khởi tố, thưởng, tặng, quà, vàng, phát cho, bồi thường, đền',
    ITSELF,
  ),
  weight('trợ cấp, hoàn, vay, bán, mua, miễn, ưu đãi, ưu tiên', ITSELF),
  // Is over, or began.
  weight('xong, rồi, vừa, hoàn thành, trước đây, từ nay, hôm nay, ngày mai, hôm qua, ngay lập tức, vĩnh viễn', ITSELF),
  weight('đang, hiện nay, hiện tại', 'đang, hiện, hiện nay, tiếp tục, thường xuyên'),
  // Is worth nothing, or went wrong.
  weight('bị, thất bại, vô ích, sai, giả, xấu, hỏng, lỗi', ITSELF),
];

/** Where a weighty syllable is part of another word: "chỉ tiêu", "phát huy", "trả lời". */
const SHIELDS = new Phrases(
  'chỉ tiêu, chỉ đạo, chỉ số, chỉ thị, chỉ dẫn, chỉ huy, chỉ định, địa chỉ, chứng chỉ, không chỉ, không ngừng, riêng biệt, ' +
    'thay mặt, thay đổi, thôi thúc, bỏ phiếu, rút kinh nghiệm, rút ngắn, tháo gỡ, loại hình, loại nào, các loại, một loại, ' +
    'trả lời, trả kết quả, vừa và nhỏ, nhỏ và vừa, đúng quy định, đúng hạn, đúng tiến độ, đúng mức, hoàn thiện, hết sức, ' +
    'trước hết, đến hết, hết năm, xử lý, kinh phí, đóng vai trò, bị động, trang bị, thiết bị, chuẩn bị, hoàn thành, hoàn toàn, ' +
    'xử lý dữ liệu, xử lý hồ sơ, xử lý văn bản, xử lý công việc, xử lý thủ tục, buộc phải, bán dẫn, mua sắm, đền thờ, sai sót',
);

/**
 * Whether a sentence has a weighty word that its evidence does not, or takes away the word that turned something round there
 * ("tấn công mạng" of "ngăn chặn tấn công mạng"). Both as {@link syllables}, marks kept.
 */
export function weighsOtherwise(said: readonly string[], known: readonly string[]): boolean {
  return (
    hasOtherWeight(said, known) ||
    isTurnedBack(said, known) ||
    isInOtherTime(said, known) ||
    [...periodsIn(said)].some((period) => !periodsIn(known).has(period))
  );
}

function hasOtherWeight(said: readonly string[], known: readonly string[]): boolean {
  const shields = SHIELDS.in(said);
  return WEIGHTS.some(({ said: weighty, needs }) => {
    const found = weighty.in(said).filter((one) => !isShielded(one, shields));
    if (found.length === 0) return false;
    if (needs !== null) return needs.in(known).length === 0;
    const there = new Set(weighty.in(known).map(({ phrase }) => phrase));
    return found.some(({ phrase }) => !there.has(phrase));
  });
}

/** Stands inside a longer word. */
function isShielded({ at, phrase }: FoundPhrase, shields: readonly FoundPhrase[]): boolean {
  return shields.some(
    (shield) =>
      shield.phrase.length > phrase.length && shield.at <= at && shield.at + shield.phrase.length >= at + phrase.length,
  );
}

/** Where something is turned round. */
function turningIn(words: readonly string[]): FoundPhrase[] {
  const shields = SHIELDS.in(words);
  return TURNING.in(words).filter((one) => !isShielded(one, shields));
}

/** So many words behind a turning word are still what it turns round. */
const REACH = 12;

function isTurnedBack(said: readonly string[], known: readonly string[]): boolean {
  if (turningIn(said).length > 0) return false;
  const turned = new Set<number>();
  for (const { at, phrase } of turningIn(known))
    for (let offset = 0; offset < REACH; offset += 1) turned.add(at + phrase.length + offset);
  if (turned.size === 0) return false;
  const pairAt = (words: readonly string[], at: number) => `${words[at]} ${words[at + 1]}`;
  const free = new Set(known.flatMap((_, at) => (turned.has(at) ? [] : [pairAt(known, at)])));
  const here = new Set(said.map((_, at) => pairAt(said, at)));
  return [...turned].some((at) => turned.has(at + 1) && here.has(pairAt(known, at)) && !free.has(pairAt(known, at)));
}

const EACH = new Set(['hàng', 'hằng', 'mỗi', 'từng']);
const PERIODS = new Set(['giờ', 'ngày', 'tuần', 'tháng', 'quý', 'năm']);

/** "hằng quý" → "quý": how often. */
function periodsIn(words: readonly string[]): Set<string> {
  return new Set(words.filter((word, at) => PERIODS.has(word) && EACH.has(words[at - 1] ?? '')));
}

const DONE = 'đã';
const TO_COME = 'sẽ';
/** Words between "đã" and what was done: "đã được ban hành". */
const BETWEEN = new Set(['được', 'bị', 'có', 'và', 'đang']);

/** "đã ban hành" where nothing was done, "sẽ ban hành" where it was. */
function isInOtherTime(said: readonly string[], known: readonly string[]): boolean {
  const done = behind(known, DONE);
  return (
    [...behind(said, DONE)].some((word) => !done.has(word)) || [...behind(said, TO_COME)].some((word) => done.has(word))
  );
}

function behind(words: readonly string[], mark: string): Set<string> {
  return new Set(
    words.flatMap((word, at) => {
      if (word !== mark) return [];
      const next = words.slice(at + 1).find((one) => !BETWEEN.has(one));
      return next === undefined ? [] : [next];
    }),
  );
}
