import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../adapters/state/repos/announcements.ts';
import { composeState } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import type { AnnouncedEvent, NewAnnouncement } from '../ports/announcements.ts';
import { readArguments } from './arguments.ts';
import { CliError } from './cli-error.ts';
import { readInputFile } from './input-file.ts';
import { readGroup, readWard } from './known-ward.ts';
import { print } from './output.ts';

const USAGE =
  'npm run admin -- announce --ward KHÓA_PHƯỜNG [--group MÃ_TỔ] --kind LOẠI --title "TIÊU ĐỀ" --body-file TỆP [--sender "NƠI GỬI"] [--starts-at THỜI_ĐIỂM_ISO [--place "NƠI"]]';
const TEXT = { type: 'string' } as const;
const OPTIONS = {
  ...{
    ward: TEXT,
    group: TEXT,
    kind: TEXT,
    title: TEXT,
    'body-file': TEXT,
    sender: TEXT,
    'starts-at': TEXT,
    place: TEXT,
  },
};
const LONGEST = { title: 200, sender: 200, place: 300, body: 4_000 } as const;

/** `announce`: publishes one announcement and prints its code. The Mini App shows it at once; nothing is sent. */
export async function adminAnnounce(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (positionals.length > 0) throw new CliError(`Thừa "${positionals[0]}". Cách dùng: ${USAGE}`);
  const config = readConfig();
  const ward = await readWard(config, values.ward, USAGE);
  const kind = ANNOUNCEMENT_KINDS.find((one) => one === values.kind);
  if (kind === undefined)
    throw new CliError(`--kind "${values.kind ?? ''}": chỉ nhận ${ANNOUNCEMENT_KINDS.join(', ')}.`);
  const office = `UBND ${ward.name ?? 'phường'}`;
  const announcement: NewAnnouncement = {
    ...{ ward: ward.key, kind, groups: groupsOf(readGroup(ward, values.group)) },
    title: line(values.title, '--title', LONGEST.title),
    body: await readBody(values['body-file']),
    sender: line(values.sender ?? office, '--sender', LONGEST.sender),
    publishedAt: systemClock.now().getTime(),
    event: readEvent(values['starts-at'], values.place),
  };
  const state = await composeState(config);
  try {
    const { code } = await stateAnnouncements(state, randomIds, { demo: false }).publish(announcement);
    print(`Đã đăng thông báo, mã ${code}. Người dân dùng mã này để kiểm tra tin có đúng của phường.`);
  } finally {
    await state.close();
  }
}

const groupsOf = (group: string | null): readonly string[] => (group === null ? [] : [group]);

function line(given: string | undefined, option: string, most: number): string {
  const text = given?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? '';
  if (text === '') throw new CliError(`Cần ${option}. Cách dùng: ${USAGE}`);
  if (text.length > most) throw new CliError(`${option} dài quá ${most} ký tự.`);
  return text;
}

async function readBody(file: string | undefined): Promise<string> {
  if (file === undefined) throw new CliError(`Cần --body-file TỆP. Cách dùng: ${USAGE}`);
  const text = (await readInputFile(file))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .trim();
  if (text === '') throw new CliError(`Tệp ${file} không có chữ nào.`);
  // A NUL is refused by PostgreSQL and comes of a file that is no text.
  if (text.includes('\0') || text.includes('\uFFFD')) throw new CliError(`Tệp ${file} không phải văn bản UTF-8.`);
  if (text.length > LONGEST.body) throw new CliError(`Nội dung dài quá ${LONGEST.body} ký tự.`);
  return text;
}

/** A time without a zone is Vietnamese time. */
function readEvent(startsAt: string | undefined, place: string | undefined): AnnouncedEvent | null {
  if (startsAt === undefined) {
    if (place !== undefined) throw new CliError('--place cần --starts-at đi cùng.');
    return null;
  }
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(startsAt);
  const at = shape === null ? Number.NaN : Date.parse(shape[1] === undefined ? `${startsAt}+07:00` : startsAt);
  if (Number.isNaN(at)) throw new CliError(`--starts-at "${startsAt}": cần dạng 2026-12-01T19:30.`);
  return { startsAt: at, place: place === undefined ? null : line(place, '--place', LONGEST.place) };
}
