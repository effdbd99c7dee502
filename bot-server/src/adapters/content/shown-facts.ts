import type { Confidence, Fact, SourceEntry } from '@phuong-so/shared/content/provenance';
import type { ServiceHead } from '@phuong-so/shared/content/service';
import type { LibrarySource, Service } from '@phuong-so/shared/domain/library';
import type { ServiceBody } from './service-body.ts';

const BEFORE_REFORM =
  'Một số thông tin có từ trước ngày 1/7/2025, khi chưa sắp xếp lại phường, xã, và có thể đã đổi. Cần chắc chắn thì hỏi lại Trung tâm Phục vụ hành chính công.';

/** What of a service's file may be shown: nothing unverified, and a caution where a fact is older than the reform. */
export function toService(id: string, head: ServiceHead, body: ServiceBody): Service {
  const { look_alikes, papers, confidence, caution, sources, ...rest } = head;
  const mistakes = head.mistakes.flatMap((fact) => shown(fact) ?? []);
  return {
    ...rest,
    id,
    who: shown(head.who),
    papers: papers.filter((paper) => paper.confidence !== 'unverified').map(toPaper),
    stepsOnline: body.stepsOnline ?? [],
    stepsCounter: body.stepsCounter ?? [],
    where: body.where ?? null,
    time: shown(head.time),
    fee: shown(head.fee),
    result: shown(head.result),
    mistakes,
    lookAlikes: look_alikes,
    ...toProvenance(sources, caution, [confidence, ...confidences(head)]),
  };
}

/** Sources and caution; `confidences` are those of everything that is shown with them. */
export function toProvenance(
  sources: readonly SourceEntry[],
  caution: string | null,
  confidences: readonly Confidence[],
): Pick<Service, 'sources' | 'checked' | 'caution'> {
  const old = confidences.includes('before_reform') ? BEFORE_REFORM : null;
  const dates = sources.map(({ checked }) => checked).sort();
  return {
    sources: sources.map(toSource),
    checked: dates[0] ?? '',
    caution: [caution, old].filter((text) => text !== null).join(' ') || null,
  };
}

/** A source as it is shown: how a reviewer read it is left out. */
export function toSource({ name, url, checked }: SourceEntry): LibrarySource {
  return { name, url: url ?? null, checked };
}

function shown(fact: Fact | null): string | null {
  if (fact === null || typeof fact === 'string') return fact;
  return fact.confidence === 'unverified' ? null : fact.text;
}

function toPaper({ name, original, note }: ServiceHead['papers'][number]): Service['papers'][number] {
  return { name, original: original === 'unknown' ? null : original === 'yes', note };
}

function confidences({ who, time, fee, result, mistakes, papers }: ServiceHead): Confidence[] {
  const facts = [who, time, fee, result, ...mistakes];
  const ofFacts = facts.flatMap((fact) => (fact === null || typeof fact === 'string' ? [] : [fact.confidence]));
  return [...ofFacts, ...papers.flatMap(({ confidence }) => confidence ?? [])];
}
