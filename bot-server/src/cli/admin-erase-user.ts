import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateChatStore } from '../adapters/state/repos/chat-store.ts';
import { composeState } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';

/**
 * `erase-user OA_ID USER_ID`: removes everything that the service holds of a person in one Official Account, as
 * `user_withdraw` does. What Zalo itself keeps is deleted in OA Manager. Says the same whether anything was there or not.
 */
export async function adminEraseUser([oaId, userId, ...more]: readonly string[]): Promise<void> {
  if (!oaId || !userId || more.length > 0)
    throw new CliError('Cách dùng: npm run admin -- erase-user MÃ_OA MÃ_NGƯỜI_DÙNG');
  const state = await composeState(readConfig());
  try {
    await stateChatStore(state, systemClock, randomIds).erase({ oaId, userId });
  } finally {
    await state.close();
  }
  print('Đã xóa mọi dữ liệu của người này ở OA này. Cuộc trò chuyện trên Zalo thì xóa trong OA Manager.');
}
