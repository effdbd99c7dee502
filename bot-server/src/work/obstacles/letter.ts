import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Obstacle } from '@phuong-so/shared/domain/work';
import type { DocumentBlock, OfficialDocument } from '../../ports/documents.ts';
import { ended } from '../reports/words.ts';
import type { PlanRoute } from './plan-route.ts';

/** What stands around an obstacle when it becomes a letter. */
export interface LetterParts {
  /** "phường Sao Mai"; null = no plan says it. */
  readonly wardName: string | null;
  /** "Kế hoạch số 12/KH-UBND ngày 05/03/2026"; [] = the ward has none. */
  readonly plans: readonly string[];
  readonly route: PlanRoute;
  /** To whom; null = whom the plan names, else the line is left open. */
  readonly to: string | null;
  /** What is grouped under it, as far as it goes with it. */
  readonly members: readonly Obstacle[];
  /** "1.1. Xây dựng kế hoạch": the task that each is about, by the obstacle's id. */
  readonly works: ReadonlyMap<string, string>;
  readonly unitName: (id: string) => string;
  readonly madeAt: Date;
}

/**
 * The draft of a letter to whoever is above the ward, from what was entered and what the plan says; what nobody has said is
 * left open with dots. Who raised it is named as a unit, never as a person.
 */
export function obstacleLetter(one: Obstacle, parts: LetterParts): OfficialDocument {
  const { wardName, plans, route, members, madeAt } = parts;
  const ward = `Ủy ban nhân dân ${wardName ?? 'phường ……'}`;
  const plan = plans.length === 0 ? 'Kế hoạch ……' : plans.join('; ');
  const addressees = listed(parts.to ?? route.beyond);
  const whom = addressees.length === 0 ? 'cơ quan có thẩm quyền' : addressees.join(', ');
  const all = [one, ...members.filter(({ state }) => state !== 'closed')];
  return {
    title: `Dự thảo công văn: ${one.title}`,
    madeAt,
    letterhead: { body: ['Ủy ban nhân dân', wardName], symbol: null },
    opening: { kind: 'letter', about: 'tháo gỡ vướng mắc trong thực hiện kế hoạch', to: addressees },
    body: [
      paragraph(`Thực hiện ${plan}, trong quá trình triển khai, ${ward} ghi nhận ${counted(all)} sau đây:`),
      ...all.flatMap((each, at) => told(each, at + 1, parts)),
      ...(one.answer === null ? [] : [paragraph(`Ý kiến của phường: ${ended(one.answer)}`)]),
      paragraph(
        `Nội dung trên vượt thẩm quyền của phường. ${ward} kính đề nghị ${whom} xem xét, hướng dẫn, giải quyết./.`,
      ),
      remark(`Ghi chú cho người soạn, bỏ trước khi trình ký: ${basis(route)} Mã theo dõi: ${one.code}.`),
    ],
    recipients: route.through === one.unit ? [] : [parts.unitName(route.through)],
    annexes: [],
  };
}

function told(one: Obstacle, number: number, { works, unitName }: LetterParts): DocumentBlock[] {
  const by = one.unit === null ? 'Người dân' : unitName(one.unit);
  const work = works.get(one.id);
  return [
    { kind: 'heading', level: 2, text: `${number}. ${one.title}` },
    ...one.body.split(/\n+/).map((text) => paragraph(ended(text))),
    ...(work === undefined ? [] : [paragraph(`Nhiệm vụ liên quan: ${ended(work)}`)]),
    paragraph(`${by} nêu ngày ${writtenDay(one.createdAt)}.`),
  ];
}

function counted(all: readonly Obstacle[]): string {
  const kind = all.every((one) => one.kind === 'proposal') ? 'kiến nghị' : 'vướng mắc';
  return all.length === 1 ? `${kind}` : `${all.length} ${kind} giống nhau`;
}

function basis({ said }: PlanRoute): string {
  if (said === null) return 'kế hoạch của phường không nêu đường gửi vướng mắc.';
  return `kế hoạch${said.document === null ? '' : ` ${said.document}`} viết: “${said.quote}”.`;
}

/** "UBND Thành phố, Sở Khoa học và Công nghệ": a comma or a semicolon parts them. */
function listed(to: string | null): string[] {
  return (to ?? '').split(/\s*[,;]\s*/).filter((one) => one !== '');
}

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const remark = (text: string): DocumentBlock => ({ kind: 'paragraph', text, style: 'remark' });
