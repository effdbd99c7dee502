import { AGE_BANDS, CLASS_NOTICES, PLACE_STATES } from '../../ports/classes.ts';
import type { Kit } from './kit.sqlite.ts';

/** What people learn by themselves, and the classes that they meet for. `learner`: see `LearnerId`. */
export function learningTables(kit: Kit) {
  return { ...ownLearningTables(kit), ...classTables(kit) };
}

function ownLearningTables({ table, index, unique, id, text, json, int, ms, flag }: Kit) {
  return {
    /** `id` is learner, course and lesson, here and below parted by spaces. */
    lessonProgress: table(
      'lesson_progress',
      {
        id: id(),
        learner: text('learner').notNull(),
        course: text('course').notNull(),
        lesson: text('lesson').notNull(),
        step: int('step').notNull(),
        finishedAt: ms('finished_at'),
        updatedAt: ms('updated_at').notNull(),
      },
      (t) => [index('lesson_progress_learner').on(t.learner)],
    ),

    /** `id` is learner and the attempt's own. */
    quizAttempts: table(
      'quiz_attempts',
      {
        id: id(),
        learner: text('learner').notNull(),
        course: text('course').notNull(),
        answers: json('answers').notNull(),
        right: int('right_answers').notNull(),
        total: int('total').notNull(),
        finishedAt: ms('finished_at').notNull(),
      },
      (t) => [index('quiz_attempts_learner').on(t.learner, t.course)],
    ),

    /** `id` is the code without its hyphen. `demo`: made in a demonstration, and not there outside one. */
    certificates: table(
      'certificates',
      {
        id: id(),
        learner: text('learner').notNull(),
        course: text('course').notNull(),
        ward: text('ward').notNull(),
        name: text('name').notNull(),
        issuedAt: ms('issued_at').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [unique('certificates_learner').on(t.learner, t.course)],
    ),

    /** `id` is the chat's. */
    studyReminders: table(
      'study_reminders',
      {
        id: id(),
        oaId: text('oa_id').notNull(),
        userId: text('user_id').notNull(),
        course: text('course').notNull(),
        dueAt: ms('due_at').notNull(),
        sent: int('sent').notNull(),
        agreedAt: ms('agreed_at').notNull(),
      },
      (t) => [index('study_reminders_due').on(t.dueAt)],
    ),
  };
}

function classTables({ table, index, unique, id, text, choice, int, ms, flag }: Kit) {
  return {
    classes: table(
      'classes',
      {
        id: id(),
        ward: text('ward').notNull(),
        groupId: text('group_id'),
        course: text('course'),
        title: text('title').notNull(),
        place: text('place').notNull(),
        startsAt: ms('starts_at').notNull(),
        endsAt: ms('ends_at').notNull(),
        seats: int('seats').notNull(),
        teacher: text('teacher').notNull(),
        openedBy: text('opened_by').notNull(),
        cancelledAt: ms('cancelled_at'),
        cancelReason: text('cancel_reason'),
        demo: flag('demo').notNull(),
      },
      (t) => [index('classes_ward').on(t.ward, t.startsAt)],
    ),

    /** `owed`: what has happened without the person and is still to be told. */
    classPlaces: table(
      'class_places',
      {
        id: id(),
        classId: text('class_id').notNull(),
        learner: text('learner').notNull(),
        state: choice('state', PLACE_STATES).notNull(),
        calledName: text('called_name'),
        groupId: text('group_id'),
        ageBand: choice('age_band', AGE_BANDS),
        askedAt: ms('asked_at').notNull(),
        remindedAt: ms('reminded_at'),
        attendedAt: ms('attended_at'),
        owed: choice('owed', CLASS_NOTICES),
      },
      (t) => [
        unique('class_places_learner').on(t.classId, t.learner),
        index('class_places_of').on(t.classId, t.state, t.askedAt),
        index('class_places_person').on(t.learner),
        index('class_places_owed').on(t.owed),
      ],
    ),
  };
}
