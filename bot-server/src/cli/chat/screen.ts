import { clearLine, cursorTo, type Interface } from 'node:readline';
import { wrap } from './wrap.ts';

/** Writes the conversation as it goes on; a line that is being typed is not torn apart. */
export class Screen {
  /** `typing`: the line editor of a person at the keyboard; null when lines come from a pipe. */
  constructor(private readonly typing: Interface | null) {}

  open(account: string): void {
    this.write(`${account}. Mọi thứ ở đây là mô phỏng: không có gì được gửi tới Zalo thật.`);
    if (this.typing) this.write('Gõ tin nhắn rồi Enter; gõ /? để xem các lệnh, /thoat để kết thúc.');
    this.write('');
    this.ask();
  }

  /** "Phường: …" as one paragraph that hangs below its first word. */
  show(speaker: string, text: string): void {
    this.write(wrap(`${speaker}: `, text));
  }

  /** Something that nobody said. */
  remark(text: string): void {
    this.write(text);
  }

  /** What was typed at the keyboard stands there already. */
  echo(speaker: string, text: string): void {
    if (this.typing === null) this.show(speaker, text);
  }

  /** Invites the next line. */
  ask(): void {
    this.typing?.prompt(true);
  }

  private write(text: string): void {
    if (this.typing) {
      cursorTo(process.stdout, 0);
      clearLine(process.stdout, 0);
    }
    process.stdout.write(`${text}\n`);
    if (this.typing && text !== '') this.typing.prompt(true);
  }
}
