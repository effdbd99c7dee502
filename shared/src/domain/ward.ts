import type { ApprovalSetting } from './broadcast.ts';
import type { Place } from './nearest-wards.ts';
import type { Unit } from './units.ts';

/** What a ward says about itself, beside its plans. Nothing unknown is filled in: `null` or absent. */
export interface WardProfile {
  /** Folder name under data/wards: "sao-mai". */
  readonly key: string;
  /** "phường Sao Mai"; null when neither ward.yaml nor a plan names the ward. */
  readonly name: string | null;
  readonly province: string | null;
  readonly oaId?: string;
  readonly contact?: WardContact;
  readonly centre?: Place;
  /** Neighbourhood groups (tổ dân phố). */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** How announcements of leaders are checked; absent = they are not. */
  readonly approval?: ApprovalSetting;
  /** A language model may word answers about the plan; absent = it may not. */
  readonly languageModel?: true;
  /** What the ward's account has of Zalo beside chat; absent = nothing. */
  readonly zaloChannels?: WardZaloChannels;
  /** Units of this ward beside those that every ward has. */
  readonly units: readonly Unit[];
}

/** What may stand in a template message. `time`, `place`: of what the announcement calls to. */
export const TEMPLATE_VALUES = ['title', 'body', 'sender', 'ward', 'code', 'time', 'place'] as const;

export interface WardZaloChannels {
  /** Ids of the account's own group chats by neighbourhood group. */
  readonly groupChats: Readonly<Record<string, string>>;
  readonly template?: MessageTemplate;
}

/** A form of message that Zalo has approved and charges for, in đồng without VAT. */
export interface MessageTemplate {
  readonly id: string;
  readonly price: number;
  /** No more is spent on it in one month by Vietnamese time. */
  readonly monthlyBudget: number;
  readonly fields: readonly {
    readonly name: string;
    readonly value: (typeof TEMPLATE_VALUES)[number];
    /** Characters. */
    readonly longest: number;
  }[];
}

export interface WardContact {
  readonly address?: string;
  readonly hotline?: string;
  readonly hours?: string;
  readonly email?: string;
}
