import type { Place } from '@phuong-so/shared/domain/nearest-wards';

/** Asks Zalo where a person is who has just agreed to tell it. What it says is kept by nobody. */
export interface ZaloLocation {
  /** null when Zalo does not accept one of the tokens. @throws ZaloUnavailable when Zalo gives no usable answer */
  locate(accessToken: string, locationToken: string): Promise<Place | null>;
}
