import type { Shown } from '../../answering/evidence-of.ts';
import { citeCourse, citeService } from '../../answering/library/cite-library.ts';
import { cleanQuestion } from '../../understanding/clean-question.ts';
import { CueReading } from '../../understanding/cue-reading.ts';
import { findInLibrary } from '../../understanding/library/find-in-library.ts';
import type { LookUp } from './look-up.ts';

/**
 * The procedure that words name: what it is called and what it is for. Papers, steps, time and fee are told by the rules
 * alone, in the words of the file.
 */
export function findProcedure({ deps, plan }: LookUp, { query }: { query: string }): Shown[] {
  const finding = found(deps, plan.facts.profile.key, query);
  if (finding?.kind !== 'service') return [];
  const { service } = finding;
  const place = { library: deps.library, ward: plan.facts.profile.key };
  const citation = citeService(place, service, 'Tóm tắt', service.summary);
  return citation ? [{ text: `${service.title}: ${service.summary}`, citation }] : [];
}

/** The course that words name: what it is called and what it teaches. */
export function findCourse({ deps, plan }: LookUp, { query }: { query: string }): Shown[] {
  const finding = found(deps, plan.facts.profile.key, query);
  if (finding?.kind !== 'course') return [];
  const { course } = finding;
  const place = { library: deps.library, ward: plan.facts.profile.key };
  const citation = citeCourse(place, course.id, 'course.yaml', 'Giới thiệu', course.summary);
  return citation ? [{ text: `${course.title}: ${course.summary}`, citation }] : [];
}

function found({ library, language }: LookUp['deps'], ward: string, query: string) {
  const question = cleanQuestion(query, language);
  const cues = new CueReading(question, language);
  return findInLibrary({ library, language, ward, question, cues, isPlans: false, lastService: null })?.finding ?? null;
}
