import { foldMarks } from '@phuong-so/shared/text/fold';

/**
 * Closed-class words of Vietnamese: pronouns, question words, particles, politeness. People put them around what they
 * ask; plans hardly print them, so their rarity says nothing. Content words that are spelt the same stay out.
 */
const FUNCTION_WORDS =
  'à ạ á ơi ới nhé nhỉ nha ha hả hở vậy thế đấy đó kia ấy này nọ nào gì chi đâu sao mấy bao nhiêu khi lúc ' +
  'là thì mà rằng nếu tuy nhưng hay hoặc và với cùng của cho để từ đến tới bằng về ở tại trong ngoài trên dưới theo vì nên do bởi như ' +
  'có không chưa chẳng đừng đã đang sẽ sắp vừa mới rồi được bị phải cần muốn định xin hỏi biết giúp dùm giùm ' +
  'tôi tui tớ mình em anh chị cô chú bác cháu ông bà con ad admin mọi những các một cái chiếc cả rất quá lắm cũng vẫn còn đều chỉ ' +
  'người ta họ nó chúng thưa dạ vâng ừ ok kính đề nghị';

/** Typed without marks these fold onto content words that plans do print, so they count in full there. */
const AMBIGUOUS_WHEN_FOLDED =
  'do tu dinh cung nha con bang chu ba ong co bac hoi khi cho de ta nguoi vi can moi ve theo chi bi ha kinh nghi da mot chung cai tai';

const MARKED: ReadonlySet<string> = new Set(FUNCTION_WORDS.split(' '));
const AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS_WHEN_FOLDED.split(' '));
const FOLDED: ReadonlySet<string> = new Set(
  FUNCTION_WORDS.split(' ')
    .map(foldMarks)
    .filter((word) => !AMBIGUOUS.has(word)),
);

/** `marked` is null when the word was typed without marks. */
export function isFunctionWord(folded: string, marked: string | null): boolean {
  return marked === null ? FOLDED.has(folded) : MARKED.has(marked);
}
