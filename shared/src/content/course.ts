import * as z from 'zod';
import { entryIdSchema, line, provenanceShape } from './provenance.ts';

/** Whom a course is for. */
export const AUDIENCES = [
  'Người cao tuổi',
  'Người lớn',
  'Thanh niên',
  'Hộ kinh doanh',
  'Cán bộ',
  'Tổ công nghệ số cộng đồng',
] as const;

const quizQuestion = z
  .strictObject({
    question: line,
    options: z.array(line).min(2).max(4),
    /** Number of the right option, from 1. */
    right: z.int().min(1),
    why: line,
  })
  .refine(({ options, right }) => right <= options.length, { path: ['right'], error: 'không có lựa chọn mang số này' });

/** data/courses/<course>/course.yaml */
export const courseFileSchema = z.strictObject({
  title: line,
  summary: line,
  /** Words that people use for what it teaches; for finding only, never shown. */
  also: z.array(line).default([]),
  /** Place in lists. */
  order: z.int().min(1),
  audiences: z.array(z.enum(AUDIENCES)).min(1),
  /** Groups 1 to 7 of Nghị định 224/2026/NĐ-CP, Điều 77. */
  skill_groups: z.array(z.int().min(1).max(7)).min(1),
  /** Names of the lesson files without ".md", in the order in which they are taught. */
  lessons: z.array(entryIdSchema).min(1),
  quiz: z.array(quizQuestion).default([]),
  ...provenanceShape,
});

/** Front matter of data/courses/<course>/<lesson>.md; its body is the steps, parted by lines of "---". */
export const lessonHeadSchema = z.strictObject({
  title: line,
  minutes: z.int().min(1).max(15),
  /** What one can do afterwards. */
  goal: line,
  practice: line.nullable().default(null),
  services: z.array(entryIdSchema).default([]),
});
