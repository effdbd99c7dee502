import { createHmac, timingSafeEqual } from 'node:crypto';
import { readMac, type SignatureParts, signature } from './verify-signature.ts';

/** Why a signature did not fit, for the operator. A cause that is recognised is never a reason to accept the event. */
export interface LikelyCause {
  /** For a counter's label. */
  readonly name: CauseName;
  /** In Vietnamese: what is wrong and what to do. */
  readonly advice: string;
}

export type CauseName = keyof typeof ADVICE;

/** The parts of the signature that was refused, and what it may have been made with instead. */
export interface RefusedSignature extends SignatureParts {
  /** The `app_id` that the body states; "" when it states none. */
  readonly bodyAppId: string;
  /** The app's secret ("Khóa bí mật của ứng dụng"); null when it is not configured. */
  readonly appSecret: string | null;
  readonly oaId: string;
}

const CHECK_KEY = 'Mở developers.zalo.me, chọn ứng dụng, mục Official Account, chép lại "OA Secret Key"';
const ADVICE = {
  missing_header:
    'Yêu cầu đến không có chữ ký X-ZEvent-Signature. Nếu là sự kiện thật thì máy chủ trung gian (proxy) đã bỏ mất: hãy cho phần đầu này đi qua. Nếu không phải Zalo gửi thì bỏ qua.',
  malformed_header:
    'Chữ ký X-ZEvent-Signature không đúng dạng (cần 64 chữ số thập lục phân). Hãy xem máy chủ trung gian (proxy) có sửa phần đầu của yêu cầu không.',
  app_secret: `Zalo ký bằng khóa khác với ZALO_OA_SECRET_KEY: khóa đúng trùng với ZALO_APP_SECRET. ${CHECK_KEY}, hai khóa này khác nhau, rồi khởi động lại.`,
  secret_with_spaces:
    'ZALO_OA_SECRET_KEY hoặc ZALO_APP_ID đang có dấu cách hoặc dấu nháy thừa ở hai đầu. Hãy xóa phần thừa trong .env rồi khởi động lại.',
  oa_id_first:
    'Chữ ký được tính với mã OA thay cho mã ứng dụng. Hãy kiểm tra ZALO_APP_ID: phải là mã ứng dụng trên developers.zalo.me, không phải mã OA.',
  hmac_of_body:
    'Chữ ký được tính theo cách khác (HMAC của nội dung). Hãy xem ai đang gửi đến địa chỉ này: Zalo không ký theo cách đó.',
  body_changed:
    'Nội dung sự kiện đã bị viết lại trên đường đi. Hãy tắt chức năng sửa nội dung (định dạng lại JSON) ở máy chủ trung gian (proxy) cho /webhooks/zalo.',
  other_app:
    'Sự kiện thuộc một ứng dụng Zalo khác. Hãy kiểm tra ZALO_APP_ID, hoặc gỡ địa chỉ webhook này ở ứng dụng kia.',
  unknown: `Chữ ký sự kiện không khớp. ${CHECK_KEY} vào ZALO_OA_SECRET_KEY, kiểm tra ZALO_APP_ID, rồi khởi động lại.`,
} as const;

export function isCauseName(name: string): name is CauseName {
  return Object.hasOwn(ADVICE, name);
}

/** What most likely went wrong. Source: platform notes, 2.3, variants met in the wild. */
export function likelyCause(refused: RefusedSignature): LikelyCause {
  const name = nameCause(refused);
  return { name, advice: ADVICE[name] };
}

function nameCause(refused: RefusedSignature): CauseName {
  if (!refused.header?.trim()) return 'missing_header';
  const given = readMac(refused.header);
  if (given === null) return 'malformed_header';
  const found = VARIANTS.find(([, make]) => make(refused).some((mac) => timingSafeEqual(mac, given)));
  if (found) return found[0];
  return refused.bodyAppId !== '' && refused.bodyAppId !== refused.appId ? 'other_app' : 'unknown';
}

type Variant = readonly [CauseName, (refused: RefusedSignature) => Buffer[]];

const VARIANTS: readonly Variant[] = [
  [
    'secret_with_spaces',
    ({ appId, raw, timestamp, oaSecret }) => [signature(bare(appId), raw, timestamp, bare(oaSecret))],
  ],
  [
    'app_secret',
    ({ appId, raw, timestamp, appSecret }) => (appSecret === null ? [] : [signature(appId, raw, timestamp, appSecret)]),
  ],
  ['oa_id_first', ({ oaId, raw, timestamp, oaSecret }) => [signature(oaId, raw, timestamp, oaSecret)]],
  ['other_app', ({ bodyAppId, raw, timestamp, oaSecret }) => [signature(bodyAppId, raw, timestamp, oaSecret)]],
  ['hmac_of_body', ({ raw, oaSecret }) => [createHmac('sha256', oaSecret).update(raw).digest()]],
  [
    'body_changed',
    ({ appId, raw, timestamp, oaSecret }) =>
      otherSpellings(raw).map((data) => signature(appId, data, timestamp, oaSecret)),
  ],
];

/** Without white space and quotation marks at both ends, as they get in when a key is copied. */
function bare(value: string): string {
  return value.replace(/^[\s"'“”‘’]+|[\s"'“”‘’]+$/gu, '');
}

/** The same JSON as other programs write it: compact, or with a space after each comma and colon; letters plain or escaped. */
function otherSpellings(raw: Uint8Array): string[] {
  const value = parsed(raw);
  if (value === undefined) return [];
  const plain = [JSON.stringify(value), spaced(value), JSON.stringify(value, null, 2)];
  return [...plain, ...plain.map(escaped), ...plain.map((text) => text.replaceAll('/', '\\/'))];
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(raw));
  } catch {
    return undefined;
  }
}

function spaced(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) | (?=[\]}])/g, '$1');
}

function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
