import { systemClock } from '../adapters/clock/system-clock.ts';
import { stateAlarms } from '../adapters/state/repos/alarms.ts';
import { composeState } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import type { Alarm, AlarmKind, Alarms } from '../ports/alarms.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';

const USAGE = 'npm run admin -- alarms, hoặc npm run admin -- alarms clear';
/** They tell of something that is over: nothing but an operator who has looked ends them. */
const UNTIL_SEEN: readonly AlarmKind[] = ['message_dead', 'message_uncertain', 'event_failed'];

/** `alarms`: what an operator must look at, with what to do. `alarms clear`: those that only wait to be seen are seen. */
export async function adminAlarms(args: readonly string[]): Promise<void> {
  const [word, ...more] = args;
  if (more.length > 0 || (word !== undefined && word !== 'clear')) throw new CliError(`Cách dùng: ${USAGE}`);
  const state = await composeState(readConfig());
  try {
    const alarms = stateAlarms(state, systemClock);
    if (word === 'clear') await clearSeen(alarms);
    const active = await alarms.active();
    print(active.length === 0 ? 'Không có cảnh báo nào.' : active.map(describe).join('\n\n'));
  } finally {
    await state.close();
  }
}

async function clearSeen(alarms: Alarms): Promise<void> {
  for (const { kind, subject } of await alarms.active()) {
    if (UNTIL_SEEN.includes(kind)) await alarms.clear(kind, subject);
  }
}

function describe({ kind, subject, advice, since, lastAt, count }: Alarm): string {
  const times = count === 1 ? `lúc ${told(since)}` : `${count} lần, từ ${told(since)} đến ${told(lastAt)}`;
  return `${kind}${subject === '' ? '' : ` (${subject})`}: ${times}\n${advice}`;
}

/** "07:05 21/11/2026" */
function told(at: number): string {
  const time = { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', ...time }).format(at);
}
