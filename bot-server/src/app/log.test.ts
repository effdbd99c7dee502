import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('a failed query is logged with its code and place, and without the values that it carried', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const cause = Object.assign(new Error('Key (id)=(84900000000) exists'), { code: '23505' });
  const error = new Error('Failed query: insert into t\nparams: Nhà tôi ở ngõ nhỏ,\n    at 84900000000', { cause });
  log.fault('chat work failed', error);
  log.failure('request-1', error);
  for (const line of lines) {
    expect(JSON.parse(line).err).toMatchObject({ type: 'Error', code: '23505' });
    expect(line).toContain('log.test.ts');
    expect(line).not.toMatch(/ngõ nhỏ|84900000000|insert into/);
  }
  expect(lines).toHaveLength(2);
});
