import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const PLAN = `ỦY BAN NHÂN DÂN
PHƯỜNG BẾN TRÚC

Số: 77/KH-UBND

Bến Trúc, ngày 12 tháng 10 năm 2025

KẾ HOẠCH
Thực hiện chuyển đổi số trên địa bàn phường Bến Trúc năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của người dân phường Bến Trúc về kỹ năng số.
2. Mỗi tổ dân phố thành lập một nhóm hướng dẫn người cao tuổi dùng điện thoại thông minh.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
Chủ trì tham mưu, theo dõi việc thực hiện Kế hoạch này, báo cáo Ủy ban nhân dân phường trước ngày 15/12/2026.
2. Công an phường
Chủ trì tuyên truyền phòng, chống lừa đảo trên không gian mạng.
`;

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'data-'));
  for (const file of ['units.yaml', 'glossary.yaml', 'cues.yaml', 'topics.yaml', 'scam-signs.yaml'])
    cpSync(path.join('data', file), path.join(folder, file));
  const plans = path.join(folder, 'wards/ben-truc/plans');
  mkdirSync(plans, { recursive: true });
  writeFileSync(path.join(plans, 'ke-hoach-2026.txt'), PLAN);
  writeFileSync(path.join(plans, 'hong.docx'), 'not a Word file');
  server = await testServer({ DEMO: '1', DATA_DIR: folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('a new ward is a new folder: its name and number come from its plan', async () => {
  const { json } = await server.call('GET', '/api/v1/wards');
  expect(json.wards).toHaveLength(1);
  expect(json.wards[0]).toMatchObject({ key: 'ben-truc', documents: [{ id: 'ke-hoach-2026', number: '77/KH-UBND' }] });
  expect(json.wards[0].name.toLowerCase()).toBe('phường bến trúc');
});

test('it is answered from at once, with a source that opens', async () => {
  const body = { ward: 'ben-truc', question: 'Đơn vị nào chủ trì tuyên truyền phòng chống lừa đảo?' };
  const { json } = await server.call('POST', '/api/v1/ask', { body });
  expect(json.outcome).toBe('answered');
  expect(json.text).toMatch(/Công an/i);
  const [citation] = json.citations;
  expect(PLAN.replaceAll(/\s+/g, ' ')).toContain(citation.quote);
  const address = `/api/v1/plans/ben-truc/${citation.document_id}/sections/${encodeURIComponent(citation.section_id)}`;
  const passage = await server.call('GET', `${address}?quote=${encodeURIComponent(citation.quote)}`);
  expect(passage.status).toBe(200);
  expect(passage.json.highlight ?? passage.json.quote).not.toBeNull();
});

test('what its plan does not say is not answered from another ward', async () => {
  const body = { ward: 'ben-truc', question: 'Năm 2030 tỷ lệ thanh toán không tiền mặt phải đạt bao nhiêu phần trăm?' };
  const { json } = await server.call('POST', '/api/v1/ask', { body });
  expect(json.outcome).not.toBe('answered');
  expect(json.text).not.toMatch(/\d\s*%/);
});

test('a file that cannot be read is told to the log, and the rest is served', () => {
  const line = server.logged.find((text) => text.includes('plan not readable'));
  expect(line).toContain('hong.docx');
});
