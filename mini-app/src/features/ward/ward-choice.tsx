import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { Check, ChevronRight, Landmark } from 'lucide-react';
import { useId, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { wardDetails, wardTitle } from './ward-name.ts';
import type { WardSnapshot } from './ward-store.ts';

/** From this many wards on, typing is faster than looking. */
const SEARCH_FROM = 9;

interface WardChoiceProps {
  readonly snapshot: WardSnapshot;
  readonly onChoose: (ward: WardReply) => void;
  readonly onRetry: () => void;
}

/** The list of wards, each one a large button. */
export function WardChoice({ snapshot, onChoose, onRetry }: WardChoiceProps) {
  const [sought, setSought] = useState('');
  const fieldId = useId();
  const { wards, list, chosen } = snapshot;
  if (wards.length === 0) return <WardListState list={list} onRetry={onRetry} />;
  const shown = wards.filter((ward) => matches(ward, sought));
  return (
    <div className="ward-choice">
      {wards.length >= SEARCH_FROM && (
        <div className="field">
          <label htmlFor={fieldId}>Tìm tên phường</label>
          <input id={fieldId} type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </div>
      )}
      <ul className="ward-choice__list">
        {shown.map((ward) => (
          <li key={ward.key}>
            <WardRow ward={ward} isChosen={ward.key === chosen?.key} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p role="status">Không có phường nào có tên như vậy.</p>}
    </div>
  );
}

interface WardRowProps {
  readonly ward: WardReply;
  readonly isChosen: boolean;
  readonly onChoose: (ward: WardReply) => void;
}

function WardRow({ ward, isChosen, onChoose }: WardRowProps) {
  const Mark = isChosen ? Check : ChevronRight;
  return (
    <button
      type="button"
      className="ward-row"
      onClick={() => onChoose(ward)}
      {...(isChosen ? { 'aria-current': 'true' as const } : {})}
    >
      <span className="ward-row__emblem">
        <Landmark aria-hidden="true" size={24} />
      </span>
      <span className="ward-row__words">
        <span className="ward-row__name">{wardTitle(ward)}</span>
        {wardDetails(ward).map((line) => (
          <span key={line} className="ward-row__detail">
            {line}
          </span>
        ))}
      </span>
      <Mark aria-hidden="true" size={24} className="ward-row__mark" />
    </button>
  );
}

function WardListState({ list, onRetry }: { readonly list: WardSnapshot['list']; readonly onRetry: () => void }) {
  if (list === 'loading') return <p role="status">Đang tải danh sách phường…</p>;
  if (list === 'ready') return <Notice tone="info">Hiện chưa có phường nào được đưa vào trợ lý này.</Notice>;
  const retry = (
    <button type="button" className="button button--primary" onClick={onRetry}>
      Thử lại
    </button>
  );
  return (
    <div role="alert">
      <Notice tone="offline" actions={retry}>
        Chưa tải được danh sách phường. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi bấm “Thử lại”.
      </Notice>
    </div>
  );
}

function matches(ward: WardReply, sought: string): boolean {
  const text = [ward.label, ward.name ?? '', ward.province ?? ''].join(' ');
  return foldMarks(text).includes(foldMarks(sought));
}
