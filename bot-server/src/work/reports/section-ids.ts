/** Sections of every report, in their order; the last is the annex. */
export const SECTION_TITLES = {
  situation: 'I. Tình hình triển khai',
  results: 'II. Kết quả theo nhóm nhiệm vụ',
  targets: 'III. Chỉ tiêu so với mốc của kế hoạch',
  obstacles: 'IV. Tồn tại, vướng mắc, đề xuất',
  next: 'V. Nhiệm vụ kỳ tới',
  evidence: 'Danh mục minh chứng',
} as const;

export type SectionId = keyof typeof SECTION_TITLES;
