import type { SqliteState } from '../../../bot-server/src/adapters/state/sqlite-state.ts';
import { newItem, progress, provenance } from '../../fakes/work-samples.ts';

export interface Size {
  readonly wards: number;
  readonly tasks: number;
}

/** Units of every ward; each task has a lead and two that coordinate. */
export const UNITS = ['vhxh', 'kt-ht-dt', 'van-phong', 'cong-an', 'tt-pvhcc', 'tu-phap'];
/** Of every ward; a plan has 57 at most. */
const TARGETS = 20;
const PHRASES = ['month', 'ongoing', 'yearly', 'after_event'] as const;

export const wardKey = (number: number) => `phuong-${number}`;

/** Fills the tables straight, with what tasks of a real plan are like: titles of 150 letters, quotes, a word for every second. */
export function seedWork({ sqlite }: SqliteState, { wards, tasks }: Size): void {
  const item = sqlite.prepare(
    `insert into work_items (id, ward, document_id, fact_id, share, source, position, title, due, due_day, state, reported,
       version, created_at, demo) values (?, ?, 'plan', ?, '', ?, ?, ?, ?, ?, 'open', ?, 1, 1, 0)`,
  );
  const unit = sqlite.prepare(
    `insert into work_item_units (id, item_id, ward, unit, "as", position) values (?, ?, ?, ?, ?, ?)`,
  );
  const log = sqlite.prepare(
    `insert into work_log (id, item_id, ward, at, act, by_subject, office, changes, version)
       values (?, ?, ?, 1, 'confirmed_from_plan', 'zalo:1', 'Phòng Văn hóa - Xã hội', '[]', 1)`,
  );
  const seedTargets = targetSeeder(sqlite);
  const title = 'Xây dựng chương trình, kế hoạch phát động toàn dân học tập kỹ năng số trên địa bàn phường '.repeat(2);
  const rows = Array.from({ length: tasks }, (_, at) => rowOf(at, title));
  const unitsOf = (at: number) => [0, 1, 2].map((more) => UNITS[(at + more) % UNITS.length] ?? '');
  const seedWard = sqlite.transaction((ward: string) => {
    for (const [at, row] of rows.entries()) {
      const id = `${ward}/${at}`;
      item.run(id, ward, `III/${at}`, row.source, at, title, row.due, row.dueDay, row.reported);
      for (const [place, name] of unitsOf(at).entries()) {
        const as = place === 0 ? 'lead' : 'part';
        unit.run(`${id}/${as}/${name}`, id, ward, name, as, place);
      }
      log.run(id, id, ward);
    }
    seedTargets(ward);
  });
  for (let number = 0; number < wards; number += 1) seedWard(wardKey(number));
  sqlite.exec('analyze');
}

/** Targets of a ward, each with a figure that was entered. */
function targetSeeder(sqlite: SqliteState['sqlite']): (ward: string) => void {
  const target = sqlite.prepare(
    `insert into kept_targets (id, ward, document_id, fact_id, source, position, name, unit, "values", leads, coordinating,
       version, demo) values (?, ?, 'plan', ?, ?, ?, 'Tỷ lệ hồ sơ trực tuyến', '%', ?, '["vhxh"]', '[]', 1, 0)`,
  );
  const value = sqlite.prepare(
    `insert into target_values (id, target_id, ward, period, value, source, note, state, unit, office, by_subject, press_key, at)
       values (?, ?, ?, '2026-Q3', '61,5%', 'Báo cáo quý', '', 'confirmed', 'vhxh', 'Phòng Văn hóa - Xã hội', 'zalo:1', ?, 1)`,
  );
  const values = JSON.stringify({ '2026': '≥80%', '2030': '100%' });
  return (ward) => {
    for (let at = 0; at < TARGETS; at += 1) {
      const id = `${ward}/t${at}`;
      const source = JSON.stringify(provenance({ factId: `t/${at}`, annex: 'I' }));
      target.run(id, ward, `t/${at}`, source, at, values);
      value.run(`${id}/v`, id, ward, id);
    }
  };
}

function rowOf(at: number, title: string) {
  const kind = PHRASES[at % PHRASES.length] ?? 'month';
  const dueDay = kind === 'month' ? `2026-${String((at % 12) + 1).padStart(2, '0')}-28` : null;
  const due = { ...newItem().due, kind, lastDay: dueDay };
  const source = provenance({ factId: `III/${at}`, title, quote: title });
  return {
    ...{ dueDay, due: JSON.stringify(due), source: JSON.stringify(source) },
    reported: at % 2 === 0 ? JSON.stringify(progress({ note: title })) : null,
  };
}
