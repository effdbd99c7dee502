import { Phrases } from './find-phrase.ts';

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
].map((list) => new Phrases(list));

/** Offices that "phó" goes before: who is the one is not the other. */
const TITLES = new Phrases('chủ tịch, bí thư, trưởng ban, trưởng phòng, giám đốc, hiệu trưởng, thủ trưởng, thư ký');

/**
 * Whether a sentence is about somebody of whom its evidence does not speak, or gives somebody another office: what holds for
 * officials does not hold for residents. Both as {@link syllables}.
 */
export function isAboutOthers(said: readonly string[], known: readonly string[]): boolean {
  const [here, there] = [withoutBodies(said), withoutBodies(known)];
  if (GROUPS.some((group) => group.in(here).length > 0 && group.in(there).length === 0)) return true;
  const offices = officesIn(known);
  return [...officesIn(said)].some((office) => !offices.has(office));
}

/** A people's committee is not the people. */
const BODIES = new Phrases(
  'ủy ban nhân dân, hội đồng nhân dân, tòa án nhân dân, viện kiểm sát nhân dân, công an nhân dân',
);

function withoutBodies(words: readonly string[]): readonly string[] {
  const taken = new Set(BODIES.in(words).flatMap(({ at, phrase }) => phrase.map((_, offset) => at + offset)));
  return taken.size === 0 ? words : words.map((word, at) => (taken.has(at) ? '' : word));
}

function officesIn(words: readonly string[]): Set<string> {
  return new Set(
    TITLES.in(words).map(({ at, phrase }) => {
      const before = words[at - 1] ?? '';
      return [...(before === 'phó' || before === 'pct' ? ['phó'] : []), ...phrase].join(' ');
    }),
  );
}
