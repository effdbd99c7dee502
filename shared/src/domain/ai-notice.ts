/**
 * Closes every answer that a model worded. Source of the duty to mark what AI made: Luật Trí tuệ nhân tạo 134/2025/QH15
 * and Nghị định 142/2026/NĐ-CP, as the project's brief names them.
 */
export const AI_NOTICE =
  'Trí tuệ nhân tạo (AI) diễn đạt câu trả lời này từ các nguồn được dẫn; nguyên văn xem ở phần nguồn.';
