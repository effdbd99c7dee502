import type { AttachmentKind } from '../../simulated-zalo/events.ts';
import type { Scene } from './scene.ts';

/** What a person, or an official, can do besides writing a text. `words`: what follows the command. */
interface Gesture {
  readonly help: string;
  readonly speaker: 'Bạn' | 'Cán bộ' | 'Phường gửi';
  /** How it looks in the chat. */
  readonly shown: (words: string) => string;
  readonly act: (scene: Scene, words: string) => unknown;
}

const URGENT = 'Đây là tin mẫu để xem thử, không có thật.';

export const GESTURES: Readonly<Record<string, Gesture>> = {
  anh: sending('image', 'ảnh', 'gửi ảnh; gõ thêm lời phía sau nếu muốn: /anh cái này là gì'),
  giongnoi: sending('audio', 'tin nhắn thoại', 'gửi tin nhắn thoại'),
  tep: sending('file', 'tệp', 'gửi tệp'),
  vitri: sending('location', 'vị trí', 'gửi vị trí'),
  sticker: sending('sticker', 'hình dán', 'gửi hình dán'),
  theodoi: doing('bấm Quan tâm', ({ person }) => person.follows()),
  botheodoi: doing('bỏ quan tâm', ({ person }) => person.unfollows()),
  canbo: {
    help: 'cán bộ nhắn từ OA Manager: /canbo Chào bác',
    speaker: 'Cán bộ',
    shown: (words) => words || 'Chào bác.',
    act: ({ account, person }, words) => account.staffWrites(person.userId, words || 'Chào bác.'),
  },
  xoa: doing('yêu cầu xóa dữ liệu của mình trong Zalo', ({ person }) => person.withdraws()),
  tinkhan: {
    help: 'phường gửi một tin khẩn tới mọi người: /tinkhan Bão sắp vào',
    speaker: 'Phường gửi',
    shown: (words) => words || URGENT,
    act: ({ desk }, words) => desk?.announce(words || URGENT),
  },
};

export const END = 'thoat';

export function helpText(): string {
  const lines = Object.entries(GESTURES).map(([name, { help }]) => `  /${name.padEnd(10)} ${help}`);
  return [...lines, `  /${END.padEnd(10)} kết thúc`].join('\n');
}

function sending(kind: AttachmentKind, name: string, help: string): Gesture {
  return {
    ...{ help, speaker: 'Bạn', shown: (words) => `[${name}] ${words}`.trim() },
    act: ({ person }, words) => person.sends(kind, words === '' ? {} : { text: words }),
  };
}

function doing(help: string, act: Gesture['act']): Gesture {
  return { help, speaker: 'Bạn', shown: () => `[${help}]`, act };
}
