import { useSyncExternalStore } from 'react';
import { RadioGroup } from '../../ui/field.tsx';
import { type AppearanceStore, TEXT_SIZES, type TextSize, type Theme } from './appearance-store.ts';

const SIZE_TITLES: Readonly<Record<TextSize, string>> = {
  100: 'Vừa (100 %)',
  115: 'Hơi to (115 %)',
  130: 'To (130 %)',
  150: 'Rất to (150 %)',
  200: 'To nhất (200 %)',
};
const THEME_TITLES: Readonly<Record<Theme, string>> = {
  auto: 'Theo điện thoại',
  light: 'Nền sáng',
  dark: 'Nền tối',
};

/** Text size and colours; the whole app shows the choice at once. */
export function AppearanceSettings({ store }: { readonly store: AppearanceStore }) {
  const { textSize, theme } = useSyncExternalStore(store.subscribe, store.snapshot);
  const sizes = TEXT_SIZES.map((value) => ({ value, title: SIZE_TITLES[value] }));
  const themes = (['auto', 'light', 'dark'] as const).map((value) => ({ value, title: THEME_TITLES[value] }));
  return (
    <>
      <RadioGroup
        label="Cỡ chữ"
        options={sizes}
        chosen={textSize}
        onChoose={(size) => void store.change({ textSize: size })}
      />
      <p className="text-sample">Chữ trong ứng dụng sẽ to như dòng này.</p>
      <RadioGroup
        label="Màu nền"
        options={themes}
        chosen={theme}
        onChoose={(look) => void store.change({ theme: look })}
      />
    </>
  );
}
