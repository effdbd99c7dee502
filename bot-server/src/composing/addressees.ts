import { phrases, placesOf } from './find-phrase.ts';

/** Whom a sentence can be about; the words of one group may stand for each other. */
const GROUPS = [
  'người dân, nhân dân, bà con, công dân, dân cư, dân, hộ dân, hộ gia đình, cộng đồng, mỗi hộ, mọi hộ',
  'doanh nghiệp, công ty, hợp tác xã, hộ kinh doanh, tiểu thương, thương nhân',
  'cán bộ, công chức, viên chức, người lao động',
  'học sinh, sinh viên, trẻ em, thiếu nhi, con em',
  'người cao tuổi, người già, người lớn tuổi, cụ già',
  'giáo viên, nhà giáo, trường học, nhà trường, trường',
  'tổ dân phố, tổ trưởng, khu dân cư, thôn, trưởng thôn',
  'đảng viên, đảng ủy, chi bộ, ban xây dựng đảng',
  'đoàn viên, đoàn thanh niên, hội viên, phụ nữ, nông dân, thanh niên',
  'mặt trận, mặt trận tổ quốc',
  'khách, du khách, người ngoài, người nơi khác',
].map(phrases);

/** Offices that "phó" goes before: who is the one is not the other. */
const TITLES = phrases('chủ tịch, bí thư, trưởng ban, trưởng phòng, giám đốc, hiệu trưởng, thủ trưởng, thư ký');

/**
 * Whether a sentence is about somebody of whom its evidence does not speak, or gives somebody another office: what holds for
 * officials does not hold for residents. Both as {@link syllables}.
 */
export function isAboutOthers(said: readonly string[], known: readonly string[]): boolean {
  const [here, there] = [withoutBodies(said), withoutBodies(known)];
  const speaks = (words: readonly string[], group: readonly (readonly string[])[]) =>
    group.some((phrase) => placesOf(words, phrase).length > 0);
  if (GROUPS.some((group) => speaks(here, group) && !speaks(there, group))) return true;
  const offices = officesIn(known);
  return [...officesIn(said)].some((office) => !offices.has(office));
}

/** A people's committee is not the people. */
const BODIES = phrases('ủy ban nhân dân, hội đồng nhân dân, tòa án nhân dân, viện kiểm sát nhân dân, công an nhân dân');

function withoutBodies(words: readonly string[]): readonly string[] {
  const taken = new Set(
    BODIES.flatMap((body) => placesOf(words, body).flatMap((at) => body.map((_, offset) => at + offset))),
  );
  return taken.size === 0 ? words : words.map((word, at) => (taken.has(at) ? '' : word));
}

function officesIn(words: readonly string[]): Set<string> {
  return new Set(
    TITLES.flatMap((title) =>
      placesOf(words, title).map((at) =>
        words[at - 1] === 'phó' || words[at - 1] === 'pct' ? `phó ${title.join(' ')}` : title.join(' '),
      ),
    ),
  );
}
