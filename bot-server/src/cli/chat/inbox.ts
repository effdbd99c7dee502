import type { Scene } from './scene.ts';
import type { Screen } from './screen.ts';

const LOOKS_EVERY_MS = 50;

/** What the account delivers to the person, shown as it arrives. */
export class Inbox {
  private shown = 0;
  private shownBefore = 0;
  private readonly timer = setInterval(() => this.look(), LOOKS_EVERY_MS);

  constructor(
    private readonly scene: Scene,
    private readonly screen: Screen,
  ) {}

  /** Resolves when everything is answered and shown. Silence is an answer, too, and is told. */
  async answered(): Promise<void> {
    await this.scene.settled();
    this.look();
    if (this.shown === this.shownBefore) this.screen.remark('(Trợ lý không nhắn gì.)');
    this.screen.remark('');
    this.shownBefore = this.shown;
  }

  close(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const messages = this.scene.person.delivered();
    for (const { text } of messages.slice(this.shown)) this.screen.show('Phường', text);
    this.shown = messages.length;
  }
}
