import type { AskerRole } from './answer.ts';

/** What a person asks of the service, before anything is thought about it. */
export interface AskRequest {
  /** Ward key; null when unknown (one official account for several wards). */
  readonly ward: string | null;
  readonly role: AskerRole;
  /** Name of the official's own unit or the leader's group, as their account says; null for residents. */
  readonly unit: string | null;
  readonly question: string;
  readonly conversationId: string | null;
}

export const INTENTS = [
  'signer',
  'number_and_date',
  'ward_identity',
  'period',
  'recipients',
  'outline',
  'report_deadline',
  'legal_basis',
  'unit_tasks',
  'unit_targets',
  'overdue',
  'due_soon',
  'target',
  'owner',
  'due',
  'passage',
] as const;
/** The kind of answer a question wants. `passage`: none of the structured ones, answered from the text. */
export type Intent = (typeof INTENTS)[number];

/** Why a question is not looked up in the plan at all; null when it may be. */
export type Stop =
  | 'injection'
  | 'private_data'
  | 'forge'
  | 'abuse'
  | 'emergency'
  | 'scam'
  | 'out_of_scope'
  | 'opinion'
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'about_bot'
  | 'handoff'
  | 'empty'
  | 'ward_contact'
  | 'procedure';

/** What in particular the question asks about the thing it names. */
export interface Focus {
  readonly who: boolean;
  readonly coordinating: boolean;
  readonly when: boolean;
  readonly day: boolean;
  readonly howMuch: boolean;
  readonly percent: boolean;
  readonly count: boolean;
  readonly where: boolean;
}

/** One thing the question is about, with every wording that would say it. Wordings are folded syllable lists. */
export interface Concept {
  /** As typed, folded. */
  readonly typed: readonly string[];
  /** As typed, with its marks in one form; equal to `typed` where none were typed. */
  readonly marked: readonly string[];
  /** Other wordings; empty for a plain word. */
  readonly means: readonly (readonly string[])[];
  /** 1 for the asking sentence, less for the story around it. */
  readonly weight: number;
  /** Told around the asking: it helps where the plan says it, and nothing is missing where the plan does not. */
  readonly story: boolean;
}

/** A thing people ask a ward about, with the pairs that its first and last syllable make with their neighbours (folded). */
export interface TopicWord {
  readonly word: string;
  /** Other wordings of it that the glossary knows. */
  readonly means: readonly string[];
  readonly edges: readonly string[];
}

/** What a text must hold to answer the question at all. */
export interface Wants {
  readonly money: boolean;
  readonly person: boolean;
  readonly clockOrContact: boolean;
  readonly progress: boolean;
  /** The unit that leads: a text that names none is no answer. */
  readonly lead: boolean;
  /** The number of a document: the documents that the question numbers itself are not the one asked for. */
  readonly documentNumber: boolean;
  /** What is counted ("ngày" in "mấy ngày"), folded; empty when nothing is. */
  readonly amountOf: readonly string[];
}

export interface Understanding {
  readonly intent: Intent;
  readonly focus: Focus;
  /** Ward keys asked about, in order of mention; never empty here. */
  readonly wards: readonly string[];
  readonly compare: boolean;
  /** Canonical ids of units named in the question. */
  readonly unitIds: readonly string[];
  /** The asker's own unit is meant ("phòng tôi"). */
  readonly ownUnit: boolean;
  readonly years: readonly string[];
  /** "2025-09" when a month of a year is named; null otherwise. */
  readonly month: string | null;
  /** Annexes named: "I", "II", … or "" for "phụ lục" without a number. */
  readonly annexes: readonly string[];
  /** A group of tasks is asked about: its number as typed, "" when it is named in words; null when no group is. */
  readonly group: string | null;
  readonly dutiesSection: boolean;
  /** "chỉ tiêu", "mục tiêu" is said: rows of target tables are meant rather than tasks. */
  readonly aboutTargets: boolean;
  /** Document types named ("nghị quyết", "công văn") and whose they are, folded; for legal bases. */
  readonly documentTypes: readonly string[];
  readonly issuers: readonly string[];
  readonly concepts: readonly Concept[];
  /** How many things are named beside units. */
  readonly topicsBesideUnit: number;
  /** Things people ask a ward about that the asking sentence names, as in data/topics.yaml. */
  readonly topicWords: readonly TopicWord[];
  readonly wants: Wants;
  /** Facts that the question before was about and this one leans on. */
  readonly about?: { readonly taskIds: readonly string[]; readonly targetIds: readonly string[] };
  /** The topic in words, for the search index. */
  readonly topic: string;
}
