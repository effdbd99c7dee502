import { ContentError } from '../ports/content.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { createLog } from './log.ts';
import { startServer } from './server.ts';
import { onStopSignal } from './shutdown.ts';

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const server = await startServer(config, log);
  // Whoever read the address may close the pipe: that is no reason to stop serving.
  process.stdout.on('error', () => {});
  process.stdout.write(`Phường Số đang chạy ở ${config.publicUrl ?? server.address}\n`);
  if (config.demo)
    process.stdout.write('Chế độ trình diễn: ai mở địa chỉ này cũng chọn được vai. Không dùng cho người dân.\n');
  if (server.simulatedZalo !== null)
    process.stdout.write(`Zalo mô phỏng ở ${server.simulatedZalo}; trò chuyện thử trong cửa sổ khác: npm run chat\n`);
  onStopSignal(() => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop failed', error);
        process.exit(1);
      },
    );
  });
}

main().catch((error: unknown) => {
  // What an operator can mend is one plain line; anything else is a fault and keeps its trace.
  const expected = error instanceof ConfigError || error instanceof ContentError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(expected ? 2 : 1);
});
