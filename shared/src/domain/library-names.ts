import type { Course, Service } from './library.ts';
import type { LibraryEntry, ServicePart } from './library-finding.ts';

/** How the parts of a procedure are named, in suggestions and citations. */
export const PART_NAMES: Readonly<Record<ServicePart, string>> = {
  papers: 'Giấy tờ cần có',
  fee: 'Lệ phí',
  time: 'Thời gian',
  where: 'Nơi nộp',
  who: 'Ai làm được',
  result: 'Kết quả',
  online: 'Các bước làm trên mạng',
  counter: 'Các bước làm tại quầy',
  steps: 'Các bước',
  mistakes: 'Lỗi hay gặp',
};

/** A title longer than this is no help on a button. In characters. */
const LONGEST_TITLE = 60;

/** What a button says to come to a procedure: its title or, where that is too long, what people call it. */
export function serviceName({ title, also }: Service): string {
  const [short] = also;
  if (title.length <= LONGEST_TITLE || short === undefined) return title;
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}

/** What a button says to come to an entry. */
export function entryName(entry: LibraryEntry): string {
  switch (entry.kind) {
    case 'service':
      return serviceName(entry.service);
    case 'course':
      return startCourse(entry.course);
    case 'situation':
      return entry.situation.title;
    case 'elsewhere':
      return entry.elsewhere.title;
  }
}

/** What is chosen when none of the offered is meant. */
export const OTHER_MATTER = 'Việc khác';

/** What is offered to learn more of a procedure: "Các bước làm trên mạng: Đăng ký tạm trú". */
export function partQuestion(part: ServicePart, service: Service): string {
  return `${PART_NAMES[part]}: ${serviceName(service)}`;
}

/** What begins a course, in a chat and where answers offer it. */
export function startCourse({ title }: Course): string {
  return `Bắt đầu học: ${title}`;
}
