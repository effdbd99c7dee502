import type { PlanDocument } from '@phuong-so/shared/domain/plan';
import { foldMarks } from '@phuong-so/shared/text/fold';

export interface Closing {
  readonly recipients: readonly string[];
  readonly signer: PlanDocument['signer'];
}

const SIGNED_FOR = /^(?:TM|KT|TL|TUQ|T\/M|Q)\s*\.?\s*\p{Lu}/u;
const POSITION = /^(?:QUYỀN\s+|Q\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|GIÁM ĐỐC|BÍ THƯ)/u;
const PERSON = /^(?:(?:ThS|TS|Ths|Đ\/c)\.?\s+)?\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u;
const PERSON_CAPITALS = /^\p{Lu}{2,}(?:\s+\p{Lu}{2,}){1,4}$/u;

/** Reads recipients and signature from the lines after the last paragraph. */
export function readClosing(lines: readonly string[]): Closing {
  const signAt = lines.findIndex((line) => SIGNED_FOR.test(line) || POSITION.test(line));
  const listed = lines.filter((line) => !isSignature(line, lines));
  return {
    recipients: readRecipients(signAt < 0 ? lines : listed),
    signer: readSigner(signAt < 0 ? [] : lines.slice(signAt)),
  };
}

function isSignature(line: string, lines: readonly string[]): boolean {
  return SIGNED_FOR.test(line) || POSITION.test(line) || line === personOf(lines);
}

function personOf(lines: readonly string[]): string | null {
  const afterSign = lines.slice(
    Math.max(
      0,
      lines.findIndex((line) => SIGNED_FOR.test(line) || POSITION.test(line)),
    ),
  );
  const people = afterSign.filter(
    (line) =>
      (PERSON.test(line) || PERSON_CAPITALS.test(line)) &&
      !SIGNED_FOR.test(line) &&
      !POSITION.test(line) &&
      !/^(?:Nơi|Như|Lưu|Các|Sở)\s/u.test(line),
  );
  return people.at(-1) ?? null;
}

function readSigner(lines: readonly string[]): PlanDocument['signer'] {
  const name = personOf(lines);
  const marks = lines.filter((line) => SIGNED_FOR.test(line)).flatMap((line) => line.split(/\s+(?=KT\s*\.)/u));
  const position = lines.find((line) => POSITION.test(line) && !SIGNED_FOR.test(line));
  if (!name || (!position && marks.length === 0)) return null;
  return { name, position: position ?? '', signedFor: marks.length === 0 ? null : marks.join('; ') };
}

/** A line is a recipient of its own unless the one before it is unfinished; a note in brackets goes to the line before it. */
function readRecipients(lines: readonly string[]): string[] {
  const recipients: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.replace(/^N[ơo]i nhận\s*:?\s*/iu, '').trim();
    if (text === '' || /^\d{1,3}$/.test(text)) continue;
    const isNew = /^[-–•+]/.test(text);
    const plain = text.replace(/^[-–•+]\s*/, '');
    const last = recipients.length - 1;
    if (/^\([^)]*\)\s*;?$/.test(plain) && last >= 0) {
      recipients[last] = `${recipients[last]?.replace(/[;.,]+$/, '')} ${plain.replace(/;$/, '')}`;
      open = false;
      continue;
    }
    if (!isNew && open && last >= 0) recipients[last] = `${recipients[last]} ${plain}`;
    else recipients.push(plain);
    open = !/[;.)/]$/.test(plain);
  }
  return recipients
    .map((text) =>
      text
        .replace(/;\s*\(/g, ' (')
        .replace(/\s*[;.,]+(?:\/\.)?$/, '')
        .trim(),
    )
    .filter((text) => foldMarks(text) !== '');
}
