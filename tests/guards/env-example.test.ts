import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIABLES } from '../../bot-server/src/app/config.ts';
import { CHAT_VARIABLES } from '../../bot-server/src/app/config-chat.ts';
import { MODEL_VARIABLES } from '../../bot-server/src/app/config-model.ts';
import { ZALO_VARIABLES } from '../../bot-server/src/app/config-zalo.ts';

/** Lines such as `PORT=`; commented examples do not count. */
function listed(): string[] {
  return [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);
}

test('.env.example lists every variable that is read, and no other', () => {
  expect(listed().sort()).toEqual([...VARIABLES, ...CHAT_VARIABLES, ...MODEL_VARIABLES, ...ZALO_VARIABLES].sort());
});

test('.env.example gives no value, so a copy of it changes nothing', () => {
  expect(readFileSync('.env.example', 'utf8').match(/^[A-Z][A-Z0-9_]*=.+$/gm) ?? []).toEqual([]);
});
