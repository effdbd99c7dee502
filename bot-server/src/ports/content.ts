import type { AnnouncementTemplate } from '@phuong-so/shared/content/announcement-templates';
import type { Cues } from '@phuong-so/shared/content/cues';
import type { Glossary } from '@phuong-so/shared/content/glossary';
import type { HolidaysFile } from '@phuong-so/shared/content/holidays';
import type { PlainTitlesFile } from '@phuong-so/shared/content/plain-titles';
import type { ScamSignsFile } from '@phuong-so/shared/content/scam-signs';
import type { SpokenWordsFile } from '@phuong-so/shared/content/spoken-words';
import type { Topics } from '@phuong-so/shared/content/topics';
import type { Unit } from '@phuong-so/shared/domain/units';
import type { WardProfile } from '@phuong-so/shared/domain/ward';
import type { Prompts } from './prompts.ts';

/** The reviewed files that the service speaks from, every one checked against its schema. */
export interface Content {
  /** Keys of all wards, in alphabetical order. */
  wardKeys(): Promise<readonly string[]>;
  /** What the ward's folder holds. @throws ContentError */
  ward(key: string): Promise<WardContent>;
  /** Words and units that every ward shares. @throws ContentError */
  language(): Promise<LanguageContent>;
  /** Plain words for headings; no rule where the file is not there. @throws ContentError */
  plainTitles(): Promise<PlainTitlesFile>;
  /** By what scam messages are known, and the hosts that are official. @throws ContentError */
  scamSigns(): Promise<{ readonly file: ScamSignsFile; readonly officialHosts: readonly string[] }>;
  /** Days on which announcements wait; none where the file is not there. @throws ContentError */
  holidays(): Promise<HolidaysFile['days']>;
  /** What announcements may begin with; none where the file is not there. @throws ContentError */
  announcementTemplates(): Promise<readonly AnnouncementTemplate[]>;
  /** How what is written short is read aloud; nothing where the file is not there. @throws ContentError */
  spokenWords(): Promise<SpokenWordsFile>;
  /** What a language model is told. @throws ContentError, also where there are none */
  prompts(): Promise<Prompts>;
  /** The same text as long as no content file has changed. */
  fingerprint(): Promise<string>;
}

export interface WardContent {
  /** From ward.yaml; where the file or a line of it is missing, name and province are null and lists are empty. */
  readonly profile: WardProfile;
  /** By file name. */
  readonly plans: readonly PlanFile[];
}

export interface PlanFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface LanguageContent {
  readonly units: readonly Unit[];
  readonly glossary: Glossary;
  readonly cues: Cues;
  readonly topics: Topics;
}

/** A content file is missing or wrong. The message is one line: which file, where in it, what to do. */
export class ContentError extends Error {}
