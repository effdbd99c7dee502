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
  /** Units of this ward beside those that every ward has. */
  readonly units: readonly Unit[];
}

export interface WardContact {
  readonly address?: string;
  readonly hotline?: string;
  readonly hours?: string;
  readonly email?: string;
}
