/** Writes official documents that a word processor opens. */
export interface Documents {
  /**
   * The bytes of a .docx file in the form of Nghị định 30/2020/NĐ-CP, phụ lục I: paper, margins, letters and the places of
   * the parts. It is always a draft and says so; number, day and signer are always left open. A text is a text: nothing in
   * it is a field, a link or a macro.
   */
  write(document: OfficialDocument): Promise<Uint8Array>;
}

export interface OfficialDocument {
  /** What a reader of the file is told that it is. */
  readonly title: string;
  /** Written into the file. */
  readonly madeAt: Date;
  readonly letterhead: Letterhead;
  readonly opening: ReportOpening | LetterOpening;
  readonly body: readonly DocumentBlock[];
  /** After "Nơi nhận:", without their dashes; the line for the files ("Lưu: VT, …") comes by itself. */
  readonly recipients: readonly string[];
  /** Each on a page of its own behind the signature, with page numbers of its own. */
  readonly annexes: readonly DocumentAnnex[];
}

/** Here and below: null = nobody has said it, a dotted line stands there to be filled in. */
export interface Letterhead {
  /** The body above the one that writes, as `body`; absent = it stands alone, as the people's committee of a ward does. */
  readonly above?: readonly (string | null)[];
  /** "Ủy ban nhân dân", "phường Hoàng Mai", one a line; capitals come by themselves. */
  readonly body: readonly (string | null)[];
  /** Behind the number that is left open: "BC-UBND". */
  readonly symbol: string | null;
}

/** "BÁO CÁO", and what it is about. */
export interface ReportOpening {
  readonly kind: 'report';
  readonly name: string;
  readonly about: string;
}

/** A letter (công văn): "V/v …" stands under its number, the addressees above its text. */
export interface LetterOpening {
  readonly kind: 'letter';
  readonly about: string;
  readonly to: readonly string[];
}

export interface DocumentAnnex {
  /** "PHỤ LỤC I". */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = HeadingBlock | ParagraphBlock | TableBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1: "I. …"; 2: "1. …". Printed as given. */
  readonly level: 1 | 2;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `remark`: about the draft, to be taken out before it is signed; set in italics. */
  readonly style?: 'remark';
}

export interface TableBlock {
  readonly kind: 'table';
  /** `share`: how wide, against the others. */
  readonly columns: readonly { readonly title: string; readonly share: number; readonly align?: 'center' }[];
  readonly rows: readonly DocumentRow[];
}

export interface DocumentRow {
  readonly cells: readonly string[];
  /** One cell over the whole width: the heading of a group. */
  readonly group?: boolean;
}
