import {
  PART_STATES,
  PERIODIC_REPORT_KINDS,
  PERIODIC_REPORT_STATES,
  WORK_ACTS,
  WORK_STATES,
} from '@phuong-so/shared/contracts/work-words';
import type { Kit } from './kit.sqlite.ts';
import { obstacleTables } from './tables-obstacles.ts';

/** What officials do with a plan: tasks, targets, reminders, reports, obstacles. */
export function workTables(kit: Kit) {
  return {
    ...itemTables(kit),
    ...itemHistoryTables(kit),
    ...partTables(kit),
    ...targetTables(kit),
    ...reminderTables(kit),
    ...reportTables(kit),
    ...obstacleTables(kit),
  };
}

function itemTables({ table, index, unique, id, text, json, choice, int, ms, flag }: Kit) {
  return {
    /** `source` (a `Provenance`) never changes. `reported`, `confirmed`: a `Progress`. `due_day`: `due.lastDay`, to be queried. */
    workItems: table(
      'work_items',
      {
        id: id(),
        ward: text('ward').notNull(),
        documentId: text('document_id').notNull(),
        factId: text('fact_id').notNull(),
        share: text('share').notNull(),
        source: json('source').notNull(),
        position: int('position').notNull(),
        groupTitle: text('group_title'),
        no: text('no'),
        title: text('title').notNull(),
        due: json('due').notNull(),
        dueDay: text('due_day'),
        eventOn: text('event_on'),
        dueAfterEvent: text('due_after_event'),
        responsible: text('responsible'),
        responsibleSubject: text('responsible_subject'),
        state: choice('state', WORK_STATES).notNull(),
        mutedUntil: text('muted_until'),
        mutedReason: text('muted_reason'),
        reported: json('reported'),
        confirmed: json('confirmed'),
        version: int('version').notNull(),
        createdAt: ms('created_at').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [
        unique('work_items_source').on(t.ward, t.documentId, t.factId, t.share, t.demo),
        index('work_items_ward').on(t.ward, t.state, t.position),
        index('work_items_responsible').on(t.responsibleSubject),
      ],
    ),

    /** Which units a task is of. `id` is task, part and unit. */
    workItemUnits: table(
      'work_item_units',
      {
        id: id(),
        itemId: text('item_id').notNull(),
        ward: text('ward').notNull(),
        unit: text('unit').notNull(),
        as: choice('as', ['lead', 'part']).notNull(),
        position: int('position').notNull(),
      },
      (t) => [index('work_item_units_unit').on(t.ward, t.unit), index('work_item_units_item').on(t.itemId)],
    ),
  };
}

function itemHistoryTables({ table, index, id, text, json, choice, int, ms }: Kit) {
  return {
    /** What was done to a task. `by_subject` is "" once that person has been erased; the office stays. */
    workLog: table(
      'work_log',
      {
        id: id(),
        itemId: text('item_id').notNull(),
        ward: text('ward').notNull(),
        at: ms('at').notNull(),
        act: choice('act', WORK_ACTS).notNull(),
        bySubject: text('by_subject').notNull(),
        office: text('office').notNull(),
        note: text('note'),
        changes: json('changes').notNull(),
        version: int('version').notNull(),
      },
      (t) => [
        index('work_log_of').on(t.itemId, t.version),
        index('work_log_ward').on(t.ward, t.at),
        index('work_log_by').on(t.bySubject),
      ],
    ),

    /** A plan whose place a newer one of the same ward has taken. `id` is ward and older document. */
    supersededPlans: table('superseded_plans', {
      id: id(),
      ward: text('ward').notNull(),
      documentId: text('document_id').notNull(),
      byDocumentId: text('by_document_id').notNull(),
      at: ms('at').notNull(),
    }),
  };
}

function partTables({ table, index, unique, id, text, json, choice, ms }: Kit) {
  return {
    /** What units reported. `press_key`: the app's for one press; with the writer it is one report. */
    workReports: table(
      'work_reports',
      {
        id: id(),
        itemId: text('item_id').notNull(),
        ward: text('ward').notNull(),
        unit: text('unit').notNull(),
        as: choice('as', ['lead', 'part']).notNull(),
        progress: json('progress').notNull(),
        state: choice('state', PART_STATES).notNull(),
        decisionNote: text('decision_note'),
        decidedAt: ms('decided_at'),
        bySubject: text('by_subject').notNull(),
        pressKey: text('press_key').notNull(),
        at: ms('at').notNull(),
      },
      (t) => [
        unique('work_reports_press').on(t.bySubject, t.pressKey),
        index('work_reports_item').on(t.itemId, t.at),
        index('work_reports_ward').on(t.ward, t.at),
      ],
    ),
  };
}

function targetTables({ table, index, unique, id, text, json, choice, int, ms, flag }: Kit) {
  return {
    keptTargets: table(
      'kept_targets',
      {
        id: id(),
        ward: text('ward').notNull(),
        documentId: text('document_id').notNull(),
        factId: text('fact_id').notNull(),
        source: json('source').notNull(),
        position: int('position').notNull(),
        name: text('name').notNull(),
        unit: text('unit'),
        values: json('values').notNull(),
        leads: json('leads').notNull(),
        coordinating: json('coordinating').notNull(),
        version: int('version').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [unique('kept_targets_source').on(t.ward, t.documentId, t.factId, t.demo)],
    ),

    targetValues: table(
      'target_values',
      {
        id: id(),
        targetId: text('target_id').notNull(),
        ward: text('ward').notNull(),
        period: text('period').notNull(),
        value: text('value').notNull(),
        source: text('source').notNull(),
        note: text('note').notNull(),
        state: choice('state', PART_STATES).notNull(),
        unit: text('unit').notNull(),
        office: text('office').notNull(),
        bySubject: text('by_subject').notNull(),
        pressKey: text('press_key').notNull(),
        at: ms('at').notNull(),
        replacedBy: text('replaced_by'),
      },
      (t) => [
        unique('target_values_press').on(t.bySubject, t.pressKey),
        index('target_values_of').on(t.targetId, t.at),
        index('target_values_ward').on(t.ward, t.at),
      ],
    ),
  };
}

function reminderTables({ table, index, id, text, ms }: Kit) {
  return {
    /**
     * Each reminder that was decided, once: `id` is task, occasion ("2026-09-30:7"), and whom it is for. `subject`: to whom it
     * went; "" = nobody could be told. `told_at` null = waits for its digest.
     */
    workReminders: table(
      'work_reminders',
      {
        id: id(),
        ward: text('ward').notNull(),
        itemId: text('item_id').notNull(),
        occasion: text('occasion').notNull(),
        subject: text('subject').notNull(),
        day: text('day').notNull(),
        madeAt: ms('made_at').notNull(),
        toldAt: ms('told_at'),
      },
      (t) => [
        index('work_reminders_person').on(t.subject, t.day),
        index('work_reminders_item').on(t.itemId),
        index('work_reminders_waiting').on(t.toldAt, t.day),
      ],
    ),

    /** Which ward's reminders have been made for which day. `id` is the ward; `day` the newest ISO day that is done. */
    workReminderDays: table('work_reminder_days', {
      id: id(),
      day: text('day').notNull(),
      claimToken: text('claim_token'),
      leaseUntil: ms('lease_until'),
    }),
  };
}

function reportTables({ table, index, unique, id, text, json, choice, int, ms, flag }: Kit) {
  return {
    /** `unit` "" = the ward's own. */
    reportDrafts: table(
      'report_drafts',
      {
        id: id(),
        ward: text('ward').notNull(),
        unit: text('unit').notNull(),
        kind: choice('kind', PERIODIC_REPORT_KINDS).notNull(),
        period: text('period').notNull(),
        state: choice('state', PERIODIC_REPORT_STATES).notNull(),
        sections: json('sections').notNull(),
        version: int('version').notNull(),
        createdAt: ms('created_at').notNull(),
        changedAt: ms('changed_at').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [unique('report_drafts_of').on(t.ward, t.unit, t.kind, t.period, t.demo)],
    ),

    /** Every version that was kept. `id` is draft and version. */
    reportVersions: table(
      'report_versions',
      {
        id: id(),
        draftId: text('draft_id').notNull(),
        version: int('version').notNull(),
        sections: json('sections').notNull(),
        office: text('office').notNull(),
        bySubject: text('by_subject').notNull(),
        at: ms('at').notNull(),
      },
      (t) => [index('report_versions_of').on(t.draftId, t.version)],
    ),
  };
}
