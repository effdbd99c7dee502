import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { LOCATION_ENDPOINTS } from '../../api/location-endpoints.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Platform } from '../../zalo/platform.ts';
import { wardTitle } from './ward-name.ts';

export interface NearestWardProps {
  readonly platform: Pick<Platform, 'kind' | 'locationToken' | 'accessToken'>;
  readonly session: Pick<SessionStore, 'call'>;
  readonly wards: readonly WardReply[];
  readonly onChoose: (ward: WardReply) => void;
}

type Search =
  | { readonly kind: 'idle' | 'searching' | 'refused' | 'failed' | 'none' }
  | { readonly kind: 'found'; readonly ward: WardReply };

/**
 * Finds the ward where the person is, only when they press and only where a ward has said where it lies. The place goes
 * from Zalo to our server and is compared there; neither keeps nor shows it.
 */
export function NearestWard({ platform, session, wards, onChoose }: NearestWardProps) {
  const [search, setSearch] = useState<Search>({ kind: 'idle' });
  if (platform.kind !== 'zalo' || !wards.some(({ has_centre }) => has_centre)) return null;
  const find = async () => {
    setSearch({ kind: 'searching' });
    setSearch(await nearest({ platform, session, wards }));
  };
  return (
    <div className="nearest-ward">
      <button
        type="button"
        className="button button--quiet button--wide"
        disabled={search.kind === 'searching'}
        onClick={() => void find()}
      >
        <MapPin aria-hidden="true" size={20} />
        {search.kind === 'searching' ? 'Đang tìm…' : 'Tìm phường gần tôi'}
      </button>
      <p className="nearest-ward__why">Zalo sẽ hỏi xin vị trí. Vị trí chỉ dùng để tìm phường, không được lưu lại.</p>
      <div role="status">
        {search.kind === 'found' && (
          <button type="button" className="button button--primary button--wide" onClick={() => onChoose(search.ward)}>
            Chọn {wardTitle(search.ward)}, gần nhất
          </button>
        )}
        {search.kind in SAID && <Notice tone="info">{SAID[search.kind as keyof typeof SAID]}</Notice>}
      </div>
    </div>
  );
}

const SAID = {
  refused: 'Chưa có vị trí. Xin chọn phường trong danh sách dưới đây.',
  failed: 'Lúc này chưa tìm được. Xin chọn phường trong danh sách dưới đây.',
  none: 'Không thấy phường nào gần đây. Xin chọn phường trong danh sách dưới đây.',
} as const;

async function nearest({
  platform,
  session,
  wards,
}: Pick<NearestWardProps, 'platform' | 'session' | 'wards'>): Promise<Search> {
  const token = await platform.locationToken();
  const accessToken = token === null ? null : await platform.accessToken();
  if (accessToken === null) return { kind: 'refused' };
  try {
    const { wards: keys } = await session.call(LOCATION_ENDPOINTS.location, { body: { token, accessToken } });
    const ward = wards.find(({ key }) => key === keys[0]);
    return ward === undefined ? { kind: 'none' } : { kind: 'found', ward };
  } catch {
    return { kind: 'failed' };
  }
}
