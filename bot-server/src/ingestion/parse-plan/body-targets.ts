import type { PlanTarget } from '@phuong-so/shared/domain/plan';
import { splitSentences } from '@phuong-so/shared/text/sentences';
import { normaliseValue } from './annex-targets.ts';
import { isInOrganisation } from './duties.ts';
import { type Quoter, quoteAt } from './quotes.ts';
import type { TitledNode } from './sections.ts';

const AT_LEAST =
  '(?:tối thiểu|ít nhất|trên|từ|đạt trên|đạt từ|đạt|không dưới|hơn|khoảng|bình quân|phấn đấu(?: đạt)?|phần đầu(?: đạt)?|phân đấu(?: đạt)?|≥|>)';
const PERCENT = new RegExp(`(?:${AT_LEAST}\\s+)*\\d{1,3}(?:[.,]\\d+)?\\s?%(?:\\s*trở lên)?`, 'iu');
/** A count is a target only with a word that makes it one: "tối thiểu 02 mô hình". */
const COUNT =
  /(?:tối thiểu|ít nhất|không dưới|phấn đấu(?: có| đạt| thành lập| xây dựng)?(?: ít nhất| tối thiểu)?)\s+(\d{1,3}(?:[.,]\d{3})*)\s+(?!năm|ngày|tháng|tuần)(\p{L}+(?:\s+\p{L}+)?)/iu;
/** Shares of other things than the plan's own aims. */
const NOT_A_TARGET = /(?:giảm|hỗ trợ|mức phạt|lãi suất|thuế suất)\s+\d/iu;
const YEAR = /(?:đến|hết|trong|vào|tới)\s+(?:hết\s+)?(?:năm\s+)?(20\d{2})|năm (20\d{2})/iu;

/** Sentences of running text that set a figure. */
export function bodyTargets(nodes: readonly TitledNode[], quoter: Quoter): PlanTarget[] {
  return nodes.flatMap((titled) => {
    const origin = isInOrganisation(titled.node) ? ('organisation' as const) : ('body' as const);
    const sentences = titled.paragraphs.flatMap((paragraph) => splitSentences(paragraph.text));
    let count = 0;
    return sentences.flatMap((sentence): PlanTarget[] => {
      const figure = figureIn(sentence);
      const quote = figure
        ? quoter.pieces(sentence.replace(/[;]$/, '')).find((piece) => piece.includes(figure.digits))
        : undefined;
      if (!figure || !quote) return [];
      count += 1;
      const year = yearOf(sentence) ?? yearOf(titled.title ?? '') ?? '';
      return [
        {
          id: `${titled.node.id}/ct-${count}`,
          origin,
          annex: null,
          group: titled.title === null ? null : { label: titled.node.id, heading: titled.title },
          no: null,
          name: nameOf(sentence, figure.printed),
          unit: figure.unit,
          values: { [year]: normaliseValue(figure.printed) },
          printed: { [year]: figure.printed },
          lead: [],
          coordinating: [],
          leadIds: [],
          coordinatingIds: [],
          output: null,
          quote: quoteAt(quote, { section: titled.node.id }),
          moreQuotes: [],
        },
      ];
    });
  });
}

interface Figure {
  readonly printed: string;
  readonly digits: string;
  readonly unit: string;
}

function figureIn(sentence: string): Figure | null {
  const percent = PERCENT.exec(sentence);
  if (percent && !NOT_A_TARGET.test(sentence)) {
    return { printed: percent[0].trim(), digits: /\d+(?:[.,]\d+)?/.exec(percent[0])?.[0] ?? '', unit: '%' };
  }
  const count = COUNT.exec(sentence);
  return count?.[1] && count[2]
    ? { printed: count[0].slice(0, count[0].length - count[2].length).trim(), digits: count[1], unit: count[2] }
    : null;
}

/** What the figure measures: "Tỷ lệ …" before it, else the words after it until the purpose. */
function nameOf(sentence: string, figure: string): string {
  const at = sentence.indexOf(figure);
  const before = sentence.slice(0, at).replace(/[\s,:;(–-]+$/, '');
  const rate = /(?:tỷ lệ|tỉ lệ|số lượng|mức độ|số hộ|số dân)[^;.]*$/iu.exec(before);
  if (rate) return rate[0].replace(/\s+(?:đạt|phấn đấu|lên|là)(?:\s+\p{L}+)?$/iu, '').trim();
  const after = sentence.slice(at + figure.length).replace(/^[\s,]+/, '');
  const short = after.split(/\s+(?:để|nhằm|phục vụ|góp phần)\s|[;.(]/u)[0]?.trim() ?? '';
  const verb = /([\p{L}\s]{0,40})$/u.exec(before)?.[1]?.trim().split(/\s+/).slice(-4).join(' ') ?? '';
  return `${verb} ${short}`.trim() || sentence;
}

function yearOf(text: string): string | null {
  const match = YEAR.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}
