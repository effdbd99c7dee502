import { useEffect, useState } from 'react';
import type { Platform } from '../zalo/platform.ts';

/** Whether the phone says that it has a network; it can be wrong in both directions. */
export function useOnline(platform: Platform): boolean {
  const [online, setOnline] = useState(platform.isOnline());
  useEffect(() => platform.watchOnline(setOnline), [platform]);
  return online;
}
