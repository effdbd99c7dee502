import {
  type CourseReply,
  courseReply,
  coursesReply,
  entryParams,
  libraryQuery,
  type ServiceReply,
  serviceReply,
  servicesReply,
} from '@phuong-so/shared/contracts/library';
import type { Course, Service } from '@phuong-so/shared/domain/library';
import type { ApiDeps } from '../environment.ts';
import { onlineCommitments } from '../online-commitments.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { requireFacts, requireWard } from '../ward.ts';

export const services = route({
  method: 'get',
  path: '/api/v1/services',
  summary: 'Các thủ tục hành chính của một phường',
  sameForAll: true,
  query: libraryQuery,
  reply: servicesReply,
  handle({ query }, deps) {
    return { ward: query.ward, services: servicesOf(deps, query.ward).map(toServiceCard) };
  },
});

export const service = route({
  method: 'get',
  path: '/api/v1/services/:id',
  summary: 'Một thủ tục: giấy tờ, các bước, nơi nộp, thời gian, lệ phí, nguồn',
  sameForAll: true,
  params: entryParams,
  query: libraryQuery,
  reply: serviceReply,
  handle({ params, query }, deps) {
    const all = servicesOf(deps, query.ward);
    const found = requireEntry(all, params.id);
    const documents = found.stepsOnline.length === 0 ? [] : requireFacts(deps, query.ward).documents;
    return { ...toServiceReply(found, all), commitments: onlineCommitments(documents) };
  },
});

export const courses = route({
  method: 'get',
  path: '/api/v1/courses',
  summary: 'Các khóa học kỹ năng số',
  sameForAll: true,
  query: libraryQuery,
  reply: coursesReply,
  handle({ query }, deps) {
    return { ward: requireWard(deps, query.ward).key, courses: deps.library.courses.map(toCourseCard) };
  },
});

export const course = route({
  method: 'get',
  path: '/api/v1/courses/:id',
  summary: 'Một khóa học: các bài, mỗi bước một màn hình, và các câu hỏi ôn',
  sameForAll: true,
  params: entryParams,
  query: libraryQuery,
  reply: courseReply,
  handle({ params, query }, deps) {
    return toCourseReply(requireEntry(deps.library.courses, params.id), servicesOf(deps, query.ward));
  },
});

/** @throws Refusal when the index does not know the ward */
function servicesOf(deps: ApiDeps, ward: string): readonly Service[] {
  return deps.library.services(requireWard(deps, ward).key);
}

/** @throws Refusal */
function requireEntry<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((one) => one.id === id);
  if (entry === undefined) throw new Refusal('not_found');
  return entry;
}

function titled(ids: readonly string[], all: readonly Service[]) {
  return ids.map((id) => ({ id, title: requireEntry(all, id).title }));
}

function toServiceCard({ id, title, summary, field, also, situations }: Service) {
  return { id, title, summary, field, also: [...also], situations: [...situations] };
}

function toServiceReply(found: Service, all: readonly Service[]): Omit<ServiceReply, 'commitments'> {
  const { who, papers, where, time, fee, result, mistakes, legal, sources, checked, caution } = found;
  return {
    ...toServiceCard(found),
    ...{ who, where, time, fee, result, checked, caution },
    papers: papers.map(({ name, original, note }) => ({ name, original, note })),
    steps_online: [...found.stepsOnline],
    steps_counter: [...found.stepsCounter],
    mistakes: [...mistakes],
    legal: [...legal],
    related: titled(found.related, all),
    look_alikes: found.lookAlikes.map(({ id, difference }) => ({
      ...{ id, difference },
      title: requireEntry(all, id).title,
    })),
    sources: sources.map((source) => ({ ...source })),
  };
}

function toCourseCard({ id, title, summary, lessons, audiences }: Course) {
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return { id, title, summary, minutes, lessons: lessons.length, audiences: [...audiences] };
}

function toCourseReply(found: Course, all: readonly Service[]): CourseReply {
  return {
    ...toCourseCard(found),
    pictures: found.pictures.map((picture) => ({ ...picture })),
    parts: found.lessons.map(({ id, title, minutes, goal, steps, practice, services: linked }) => ({
      ...{ id, title, minutes, goal, practice, steps: [...steps] },
      services: titled(linked, all),
    })),
    quiz: found.quiz.map(({ question, options, right, why }) => ({ question, options: [...options], right, why })),
    sources: found.sources.map((source) => ({ ...source })),
    checked: found.checked,
    caution: found.caution,
  };
}
