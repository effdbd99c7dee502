import type { PlanDeadline } from '@phuong-so/shared/domain/plan';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { standingUnitOf, throughUnit } from '../standing-unit.ts';
import { isOneUnit } from '../ward-units.ts';

/** The way that a ward's plan sets for what stands in the way of its work. */
export interface PlanRoute {
  /** Id of the unit through which it goes. */
  readonly through: string;
  /** What the plan says about it, and in which plan; null = it says nothing, and it goes to the standing unit. */
  readonly said: { readonly quote: string; readonly document: string | null } | null;
  /** To whom the ward passes on what is beyond it, as printed: "UBND Thành phố, Sở Khoa học và Công nghệ"; null = not said. */
  readonly beyond: string | null;
}

/** "… (qua phòng Văn hóa - Xã hội) để tổng hợp và báo cáo UBND Thành phố, Sở Khoa học và Công nghệ xem xét, quyết định". */
const PASSED_ON =
  /(?:báo cáo|đề xuất|kiến nghị|trình)\s+((?:(?!báo cáo|đề xuất|kiến nghị|trình)[^.;()])+?)\s+(?:xem xét|quyết định|chỉ đạo)/giu;
/** Above the ward: a city, a province, a department or a ministry. */
const ABOVE = /(?:^| )(?:thanh pho|tinh|so|bo|chinh phu|trung uong)(?: |,|$)/;
/** A duty of one unit: "tổng hợp các vấn đề khó khăn, vướng mắc". */
const GATHERS = /tong hop (?:cac )?(?:van de )?(?:kho khan|vuong mac)/;

/**
 * How a ward's plans want obstacles to go: the deadline for escalating says it, else the duty of the unit that gathers them,
 * else they go as reports do. A newer plan counts before an older one.
 */
export function planRoute(facts: Pick<WardFacts, 'documents'>, units: UnitDirectory): PlanRoute {
  const newestFirst = [...facts.documents].sort((one, other) =>
    (other.plan.document.date ?? '').localeCompare(one.plan.document.date ?? ''),
  );
  for (const { plan } of newestFirst) {
    const document = plan.document.number;
    for (const deadline of plan.deadlines.filter(({ kind }) => kind === 'escalation')) {
      const unit = throughUnit(deadline.toWhom, units);
      if (unit !== null) {
        return { through: unit.id, said: { quote: deadline.quote.text, document }, beyond: beyondOf(deadline) };
      }
    }
    const duty = plan.tasks.find((task) => task.origin === 'organisation' && GATHERS.test(foldMarks(task.title)));
    const gatherer = duty?.leadIds.find((id) => isOneUnit(id, units));
    if (duty !== undefined && gatherer !== undefined) {
      return { through: gatherer, said: { quote: duty.quote.text, document }, beyond: null };
    }
  }
  return { through: standingUnitOf(facts, units), said: null, beyond: null };
}

function beyondOf({ what }: PlanDeadline): string | null {
  const named = [...what.matchAll(PASSED_ON)].map(([, whom = '']) => whom.trim());
  return named.find((whom) => ABOVE.test(foldMarks(whom))) ?? null;
}
