/**
 * What a plan document says, as structured facts. Every fact keeps its exact quote and its place.
 * Nothing unknown is filled in: `null` or an empty list.
 */
export interface ParsedPlan {
  readonly document: PlanDocument;
  readonly sections: readonly PlanSection[];
  readonly tasks: readonly PlanTask[];
  readonly targets: readonly PlanTarget[];
  readonly deadlines: readonly PlanDeadline[];
  readonly warnings: readonly PlanWarning[];
  readonly repairs: readonly TextRepair[];
}

export interface PlanDocument {
  /** "43/KH-UBND", spaces and broken hyphens removed; null when the plan's own number is not in the text. */
  readonly number: string | null;
  /** ISO date of issue; null when not in the text. */
  readonly date: string | null;
  /** "KẾ HOẠCH Thực hiện Nghị quyết …", one line. */
  readonly title: string | null;
  /** Issuing body as printed, e.g. "Ủy ban nhân dân phường Sao Mai". */
  readonly issuer: string | null;
  /** "phường Sao Mai" with the ward's spelling repaired by majority; null when the text names no ward. */
  readonly wardName: string | null;
  readonly province: string | null;
  readonly signer: { readonly name: string; readonly position: string; readonly signedFor: string | null } | null;
  readonly legalBases: readonly LegalBasis[];
  readonly recipients: readonly string[];
  /** First and last year the plan itself covers, when its title or opening says so ("giai đoạn 2026 - 2030"). */
  readonly period: { readonly from: number; readonly to: number } | null;
  /** Where the facts above were read. */
  readonly quotes: Readonly<
    Partial<
      Record<
        'number' | 'date' | 'title' | 'issuer' | 'wardName' | 'province' | 'signer' | 'recipients' | 'period',
        Quote
      >
    >
  >;
}

export interface LegalBasis {
  /** `basis`: named in the title or the opening; `cited`: named elsewhere. */
  readonly role: 'basis' | 'cited';
  /** "Nghị quyết", "Kế hoạch", "Kế hoạch hành động", "Công văn" … as printed. */
  readonly type: string;
  readonly number: string | null;
  /** As printed, e.g. "22/12/2024" or "01/4/2025"; null when the text gives none. */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly quote: Quote;
}

/** An exact substring of the source text once white space runs are one space and `*`, `<p>` are dropped. */
export interface Quote {
  readonly text: string;
  readonly place: Place;
}

/** Where in the document something stands. All parts optional; `section` is a path such as "II.2.1". */
export interface Place {
  /** "I", "II", "III", or "" for the only annex; null in the body. */
  readonly annex: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly section: string | null;
}

export interface PlanSection {
  /** Unique in the document: the path with dots, "III.3.10", "PL.I" for an annex. */
  readonly id: string;
  readonly parentId: string | null;
  /** 1 = roman numeral or annex, 2 = "1.", 3 = "1.1" or "a)" … */
  readonly level: number;
  /** As printed without its dot or bracket: "II", "1", "1.1", "a". */
  readonly label: string;
  /** null = a numbered paragraph without a heading of its own. */
  readonly title: string | null;
  readonly paragraphs: readonly PlanParagraph[];
}

export interface PlanParagraph {
  /** Unique in the document: section id + "#" + position from 1. */
  readonly id: string;
  /** "-", "+", "" … the bullet it was printed with. */
  readonly marker: string;
  /** Repaired for display. */
  readonly text: string;
  /** Sentences (or list parts of a long sentence) of `text`, each with the exact quote that shows it. */
  readonly sentences: readonly PlanSentence[];
}

export interface PlanSentence {
  readonly text: string;
  /** Exact substring of the source; when a page break cuts the sentence, its longest unbroken part. */
  readonly quote: string;
}

export type FactOrigin = 'appendix' | 'body' | 'organisation';

export interface PlanTask {
  /** Unique in the document and stable over re-reads of the same text. */
  readonly id: string;
  readonly origin: FactOrigin;
  /** Heading of the group the row stands under; null where there is none. */
  readonly group: { readonly label: string | null; readonly heading: string } | null;
  /** As printed: "1.1", "3", "a"; `organisation` duties: item and duty, "3-1". */
  readonly no: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  /** Canonical unit ids that `lead` resolves to, collectives included under their own id. */
  readonly leadIds: readonly string[];
  readonly coordinatingIds: readonly string[];
  readonly due: DueDate;
  /** "Sản phẩm" column, when the table has one. */
  readonly output: string | null;
  readonly quote: Quote;
  /** Further exact quotes of the same row: lead and due cells, the part after a page break. */
  readonly moreQuotes: readonly Quote[];
}

export type DueKind = 'date' | 'month' | 'quarter' | 'year' | 'period' | 'yearly' | 'ongoing' | 'after_event' | 'none';

export interface DueDate {
  readonly kind: DueKind;
  /** As printed; null when the text gives none. */
  readonly text: string | null;
  /**
   * ISO date of the last day on which the work is in time. "Tháng 9/2025" → 2025-09-30, "trước ngày 30/11/2025" → 2025-11-29.
   * For `yearly` with a day: null here, see `monthDay`. null for `ongoing`, `after_event`, `none`.
   */
  readonly lastDay: string | null;
  /** First day of a period ("từ tháng 3 đến tháng 9"); null otherwise. */
  readonly firstDay: string | null;
  /** "11-29" for "hằng năm trước ngày 30/11": the last day in time of every year; also set when the year is not stated. */
  readonly monthDay: string | null;
  /** The event that is waited for, as printed ("Sau khi thành phố ban hành kế hoạch"). */
  readonly event: string | null;
}

export interface PlanTarget {
  readonly id: string;
  /** `appendix`: a table row; `body` / `organisation`: a sentence of running text that sets a figure. */
  readonly origin: FactOrigin;
  readonly annex: string | null;
  readonly group: { readonly label: string | null; readonly heading: string } | null;
  readonly no: string | null;
  readonly name: string;
  /** "%", "% dân số" …; null when the table has no unit column and the values carry none. */
  readonly unit: string | null;
  /**
   * Year → value. `value` is normalised ("≥75%", "Đạt", "80-90%"); null = the table prints "-": no target for that year.
   * The key is "" when the text states no year.
   */
  readonly values: Readonly<Record<string, string | null>>;
  /** Year → the cell as printed. */
  readonly printed: Readonly<Record<string, string>>;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly leadIds: readonly string[];
  readonly coordinatingIds: readonly string[];
  readonly output: string | null;
  readonly quote: Quote;
  readonly moreQuotes: readonly Quote[];
}

export type DeadlineKind = 'reporting' | 'review' | 'task' | 'target' | 'budget' | 'escalation';

export interface PlanDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly what: string;
  /** As printed: "trước ngày 30/11". */
  readonly when: string;
  /** `yearly-11-30`, `yearly-no-date`, `month-2025-09`, `year-2025`, `after-event`, `periodic-unspecified`, `as-needed` … */
  readonly rule: string;
  readonly who: string | null;
  readonly toWhom: string | null;
  readonly due: DueDate;
  readonly quote: Quote;
}

export type WarningKind =
  | 'missing_annex'
  | 'annex_stops_early'
  | 'contradiction'
  | 'no_number'
  | 'no_date'
  | 'year_not_stated'
  | 'due_before_issue'
  | 'missing_section'
  | 'ward_name_unknown'
  | 'ward_name_varies';

export interface PlanWarning {
  readonly kind: WarningKind;
  /** Vietnamese, plain, for a reader of the plan. */
  readonly text: string;
  /** The places that show it; two or more for a contradiction. */
  readonly quotes: readonly Quote[];
  /** Ids of the tasks or targets concerned. */
  readonly about: readonly string[];
}

export interface TextRepair {
  readonly kind:
    | 'joined_lines'
    | 'page_number'
    | 'displaced_letterhead'
    | 'latex'
    | 'html'
    | 'markdown'
    | 'nfc'
    | 'broken_hyphen'
    | 'doubled_word'
    | 'repeated_header'
    | 'joined_row'
    | 'spacing';
  readonly before: string;
  readonly after: string;
}
